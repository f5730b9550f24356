const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** Whether a path segment can be an id at all: the database refuses what is none. */
export const isId = (text: string): boolean => UUID.test(text);
