// Names and texts made to break out of whatever they are put in.
export const CANARY = 'canary';

export const HOSTILE = [
  `'; drop table canary; --`,
  `"; drop table canary; --`,
  '`; drop table canary; --',
  `\\'; drop table canary; --`,
  `\\"; drop table canary; --`,
  `''; drop table canary; --`,
  `x\n; drop table canary; --`,
  `x\r\n.shell ls\n\\! ls`,
  `*/ drop table canary; /*`,
  `$$; drop table canary; $$`,
  `$1 ? :name :'name' {{name}} %s %(name)s @name`,
  `\\`,
  `'`,
  `"`,
  '``',
  `\\u0027; drop table canary; --`,
  `E'\\n`,
  `\t\u0001\u001b[2J`,
  `\u2028drop table canary\u2029`,
  `\u202egnp.exe \ufeff\u200b`,
  `\u{1f469}\u200d\u{1f680} \u05d0 ä İ Σ`,
  `‘; drop table canary; --’ ʼ; ＇; ＂`,
  `select * from canary where 1 = 1 or ''=''`,
  `at_number(t)`,
];
