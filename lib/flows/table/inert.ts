import "server-only";

/** What a spreadsheet would take for a formula is text. */
export const inert = (cell: string): string => (/^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell);
