/** What the benchmark uses of the package; its own declarations are three hundred kilobytes of C. */
declare module '@sqlite.org/sqlite-wasm' {
  type Value = string | number | null;

  export interface Statement {
    bind(values: readonly Value[]): Statement;
    step(): boolean;
    stepReset(): Statement;
    reset(): Statement;
    get(target: object): Record<string, Value>;
    finalize(): void;
  }

  export interface Database {
    exec(sql: string, options?: { bind?: readonly Value[] }): Database;
    prepare(sql: string): Statement;
    selectValue(sql: string, bind?: readonly Value[]): Value | undefined;
    close(): void;
  }

  export interface Pool {
    OpfsSAHPoolDb: new (path: string) => Database;
    /** Lets go of the files, so that another worker can have them. */
    pauseVfs(): Pool;
  }

  export default function sqlite3InitModule(): Promise<{
    installOpfsSAHPoolVfs(options: { initialCapacity: number }): Promise<Pool>;
  }>;
}
