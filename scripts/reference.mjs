// node scripts/reference.mjs [--check]
//
// Writes what is generated from the elements' source comments: custom-elements.json and docs/elements.md.
// With --check it writes nothing and fails where either is out of date.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { cli } from '@custom-elements-manifest/analyzer/cli.js';
import { format, resolveConfig } from 'prettier';

const manifest = await cli({ argv: ['analyze', '--quiet'], noWrite: true });
const elements = manifest.modules.flatMap(({ declarations }) => declarations);

const cell = (text = '') => text.replaceAll('|', '\\|').replace(/\s+/g, ' ').trim();
const code = (text) => (text === undefined || text === '' ? '' : `\`${text.replace(/\s+/g, ' ')}\``);

/** A titled table, or nothing where there are no rows. */
function table(title, columns, rows) {
  if (!rows?.length) return [];
  const line = (cells) => `| ${cells.map(cell).join(' | ')} |`;
  return [`### ${title}`, '', line(columns), line(columns.map(() => '---')), ...rows.map(line), ''];
}

const signature = ({ parameters = [], return: result }) =>
  `(${parameters.map(({ name, type }) => `${name}: ${type?.text ?? 'unknown'}`).join(', ')}): ${result?.type?.text ?? 'void'}`;

function describe(element) {
  const fields = element.members.filter(({ kind }) => kind === 'field');
  const methods = element.members.filter(({ kind }) => kind === 'method');
  const described = ({ name, description }) => [name ? code(name) : '(default)', description];
  return [
    `## \`<${element.tagName}>\``,
    '',
    element.description ?? '',
    '',
    ...table(
      'Properties',
      ['Property', 'Attribute', 'Type', 'Default', 'Description'],
      fields.map((field) => [
        code(field.name),
        code(field.attribute),
        code(field.type?.text),
        code(field.default),
        field.description,
      ]),
    ),
    ...table(
      'Methods',
      ['Method', 'Description'],
      methods.map((method) => [code(method.name + signature(method)), method.description]),
    ),
    ...table(
      'Events',
      ['Event', 'Type', 'Description'],
      element.events?.map(({ name, type, description }) => [code(name), code(type?.text), description]),
    ),
    ...table('Slots', ['Slot', 'Description'], element.slots?.map(described)),
    ...table('Parts', ['Part', 'Description'], element.cssParts?.map(described)),
    ...table(
      'Custom properties',
      ['Property', 'Default', 'Description'],
      element.cssProperties?.map((property) => [
        code(property.name),
        code(property.default),
        property.description,
      ]),
    ),
  ];
}

const markdown = [
  '# Elements',
  '',
  '<!-- Generated from the source comments by `npm run docs`; edits here are lost. -->',
  '',
  ...elements.flatMap(describe),
].join('\n');

const generated = {
  'custom-elements.json': `${JSON.stringify(manifest, null, 2)}\n`,
  'docs/elements.md': await format(markdown, {
    ...(await resolveConfig('docs/elements.md')),
    parser: 'markdown',
  }),
};

const isCurrent = ([file, text]) => existsSync(file) && readFileSync(file, 'utf8') === text;

if (!process.argv.includes('--check')) {
  for (const [file, text] of Object.entries(generated)) writeFileSync(file, text);
} else {
  const stale = Object.entries(generated).filter((entry) => !isCurrent(entry));
  for (const [file] of stale) console.error(`${file} is out of date. Run npm run docs and commit it.`);
  process.exitCode = stale.length ? 1 : 0;
}
