/** A line of a table that cannot be taken: its number in the file, the column, and the code of what is wrong. */
export interface TableFault {
  readonly line: number;
  readonly column: string;
  readonly code: string;
}
