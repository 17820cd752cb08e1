const isPublic = ({ privacy = 'public', static: isStatic }) => privacy === 'public' && !isStatic;
const byName = (one, other) => one.name.localeCompare(other.name, 'en');

const inheritedFirst = (one, other) => Number('inheritedFrom' in other) - Number('inheritedFrom' in one);

/** An element as users of the package know it: no private member, no reference to a source file. */
function published({ superclass, members = [], attributes = [], events = [], cssProperties, ...element }) {
  const withoutOrigin = ({ inheritedFrom, ...member }) => member;
  return {
    ...element,
    superclass: superclass?.package ? superclass : { name: 'LitElement', package: 'lit' },
    // Those of `@fires`; what the analyzer guesses from the code has no description.
    events: events.filter(({ description }) => description),
    ...(cssProperties && { cssProperties: cssProperties.map(withoutOrigin) }),
    attributes: attributes.toSorted(inheritedFirst).map(withoutOrigin),
    members: members.filter(isPublic).toSorted(inheritedFirst).map(withoutOrigin),
  };
}

/** Describes the package's own entries in place of the source files. */
const describeEntries = {
  name: 'describe-entries',
  packageLinkPhase({ customElementsManifest: manifest }) {
    const declarations = manifest.modules
      .flatMap((module) => module.declarations)
      .filter(({ customElement, tagName }) => customElement && tagName)
      .map(published)
      .sort(byName);
    const reference = ({ name }) => ({ name, module: 'dist/index.js' });
    const exported = (element) => ({ kind: 'js', name: element.name, declaration: reference(element) });
    const registered = (element) => ({
      kind: 'custom-element-definition',
      name: element.tagName,
      declaration: reference(element),
    });
    manifest.modules = [
      { kind: 'javascript-module', path: 'dist/index.js', declarations, exports: declarations.map(exported) },
      {
        kind: 'javascript-module',
        path: 'dist/define.js',
        declarations: [],
        exports: declarations.map(registered),
      },
    ];
  },
};

export default {
  globs: ['src/define*.ts', 'src/elements/**/*.ts'],
  outdir: '.',
  litelement: true,
  packagejson: false,
  plugins: [describeEntries],
};
