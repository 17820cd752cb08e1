#!/usr/bin/env node
import { readFile, writeFile } from 'node:fs/promises';
import * as model from 'activity-timeline/model';
import * as sql from 'activity-timeline/sql';
import { runCommand } from './command.mjs';

process.exitCode = await runCommand(
  process.argv.slice(2),
  { ...model, ...sql },
  {
    read: (file) => readFile(file, 'utf8'),
    write: (file, text) => writeFile(file, text),
    print: (text) => process.stdout.write(text),
    complain: (text) => process.stderr.write(text),
  },
);
