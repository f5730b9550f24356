/** Shows a piece of work on one line: its name when it begins, how it went and how long it took when it ends. */
export async function step<T>(
  name: string,
  work: () => Promise<T>,
  tell: (result: T) => string = () => "done",
): Promise<T> {
  const since = performance.now();
  process.stdout.write(`${name} … `);
  try {
    const result = await work();
    process.stdout.write(`${tell(result)} (${seconds(performance.now() - since)})\n`);
    return result;
  } catch (error) {
    process.stdout.write("\n");
    throw error;
  }
}

export const seconds = (ms: number): string => `${(ms / 1_000).toFixed(1)} s`;
