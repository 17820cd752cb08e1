// The command line, without what it runs on: arguments in, exit code out.
import { parseArgs } from 'node:util';

const HELP = `activity-timeline sql MODEL.json --dialect duckdb|postgres|spark [options]

Compiles an activity model to a script of SQL and prints it.

  --tables FILE            description of the tables as JSON (what engine.listTables() answers, with "relation" and "order"
                           where needed); without it the tables of the model
  --alternate-key TABLE    AlternateKey in the database (schema.table); without it the SQL unifies customers itself
  --schema SCHEMA          where the output tables go
  --include-hidden         write activities that are not shown in the timeline too
  --merge                  write only rows that came, went or became others
  --out FILE               write the script to a file
  --help

Exit codes: 0 done, 1 refused (the reason is told), 2 wrong arguments.
`;

const OPTIONS = {
  dialect: { type: 'string' },
  tables: { type: 'string' },
  'alternate-key': { type: 'string' },
  schema: { type: 'string' },
  'include-hidden': { type: 'boolean' },
  merge: { type: 'boolean' },
  out: { type: 'string' },
  help: { type: 'boolean' },
};

/**
 * @param args Words behind the command's name.
 * @param product `readModel`, `readTables` and `toSql`.
 * @param io `read(file)`, `write(file, text)`, `print(text)` and `complain(text)`.
 * @returns The exit code.
 */
export async function runCommand(args, { readModel, readTables, toSql }, io) {
  let parsed;
  try {
    parsed = parseArgs({ args, options: OPTIONS, allowPositionals: true });
  } catch (error) {
    io.complain(`${error.message}\n\n${HELP}`);
    return 2;
  }
  const { values, positionals } = parsed;
  if (values.help) {
    io.print(HELP);
    return 0;
  }
  const [command, file, ...more] = positionals;
  if (command !== 'sql' || file === undefined || more.length > 0 || values.dialect === undefined) {
    io.complain(HELP);
    return 2;
  }
  try {
    const model = readModel(await io.read(file));
    const tables = values.tables === undefined ? model.tables : readTables(await io.read(values.tables));
    const key = values['alternate-key'];
    const script = toSql(model, tables, values.dialect, {
      ...(key !== undefined && { alternateKey: { relation: key.split('.') } }),
      ...(values.schema !== undefined && { schema: values.schema.split('.') }),
      includeHidden: values['include-hidden'] ?? false,
      write: values.merge ? 'merge' : 'replace',
    });
    if (values.out === undefined) io.print(script);
    else await io.write(values.out, script);
    return 0;
  } catch (error) {
    // Typed errors are for people; so are those of files.
    io.complain(`${error.code ?? 'error'}: ${error.message}\n`);
    return 1;
  }
}
