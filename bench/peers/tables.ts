/** The table in a file: its name without the ending. */
export function tableOf({ name }: File): string {
  return name.slice(0, name.lastIndexOf('.'));
}

export function fileOf(files: readonly File[], table: string): File {
  const file = files.find((each) => tableOf(each) === table);
  if (file === undefined) throw new Error(`No file for the table ${table} was chosen.`);
  return file;
}
