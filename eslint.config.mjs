import lit from 'eslint-plugin-lit';
import wc from 'eslint-plugin-wc';
import tseslint from 'typescript-eslint';

const unsafe = {
  regex: '^lit/directives/(unsafe-(html|svg|mathml)|style-map)\\.js$',
  message: 'Data is text: no HTML from strings, no inline style.',
};

const withoutExtension = {
  regex: '^\\.{1,2}/(?!.*(\\.(js|json|mjs|css)|\\?[a-z&]+)$)',
  message: "Name the file, with its '.js' extension.",
};

/** Arrows point one way: elements → adapters → engine → model. */
const mayNotImport = (floor, ...above) => ({
  files: [`src/${floor}/**/*.ts`],
  rules: {
    'no-restricted-imports': [
      'error',
      {
        patterns: [
          unsafe,
          withoutExtension,
          ...above.map((name) => ({ regex: `/${name}/`, message: `src/${floor} stands below src/${name}.` })),
        ],
      },
    ],
  },
});

const noHtmlFromStrings = ['innerHTML', 'outerHTML', 'insertAdjacentHTML', 'setHTMLUnsafe'].map(
  (property) => ({
    property,
    message: 'Data is text: no HTML from strings.',
  }),
);

const notInThisDialect = [
  { selector: 'TSEnumDeclaration', message: 'Use a union of literals.' },
  { selector: 'TSParameterProperty', message: 'Declare the field and assign it.' },
  { selector: 'AccessorProperty', message: 'The build does not lower `accessor`.' },
  { selector: "PropertyDefinition[accessibility='private']", message: 'Use a #private member.' },
  { selector: "MethodDefinition[accessibility='private']", message: 'Use a #private member.' },
];

const browserNames = [
  'document',
  'window',
  'indexedDB',
  'customElements',
  'Event',
  'localStorage',
  'getComputedStyle',
];
const nodeNames = [
  ...['console', 'process', 'Buffer', 'URL', 'URLSearchParams', 'fetch', 'performance', 'structuredClone'],
  ...['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'AbortController', 'AbortSignal'],
  ...['TextEncoder', 'TextDecoder', 'ReadableStream', 'Blob', 'Response', 'navigator', 'crypto'],
];
const readonly = (names) => Object.fromEntries(names.map((name) => [name, 'readonly']));

const unusedNames = {
  // A name taken out of an object by `{ taken, ...rest }` is used by being taken.
  '@typescript-eslint/no-unused-vars': ['error', { ignoreRestSiblings: true }],
};

export default tseslint.config(
  { ignores: ['dist/', 'dist-demo/', 'coverage/', 'node_modules/', 'gen/'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.recommendedTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      ...unusedNames,
      eqeqeq: 'error',
      'no-eval': 'error',
      'no-var': 'error',
      'object-shorthand': 'error',
      'prefer-const': 'error',
      'no-restricted-imports': ['error', { patterns: [unsafe, withoutExtension] }],
      'no-restricted-syntax': ['error', ...notInThisDialect],
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'separate-type-imports' }],
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/prefer-nullish-coalescing': ['error', { ignorePrimitives: { string: true } }],
      '@typescript-eslint/prefer-optional-chain': 'error',
      '@typescript-eslint/prefer-readonly': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      // An interface may ask for a promise or an async iterable where nothing has to be waited for.
      '@typescript-eslint/require-await': 'off',
      // The contract writes callbacks as methods, and they are handed on without their object.
      '@typescript-eslint/unbound-method': 'off',
      // Lit calls its lifecycle methods without waiting for them.
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { inheritedMethods: false } }],
    },
  },
  {
    files: ['src/**/*.ts'],
    extends: [lit.configs['flat/recommended'], wc.configs['flat/recommended']],
    rules: {
      'no-console': 'error',
      'max-lines': ['error', 300],
      'no-restricted-properties': ['error', ...noHtmlFromStrings],
      '@typescript-eslint/explicit-module-boundary-types': 'error',
    },
  },
  mayNotImport('model', 'engine', 'adapters', 'elements'),
  mayNotImport('engine', 'adapters', 'elements'),
  mayNotImport('adapters', 'elements'),
  mayNotImport('sql', 'engine', 'adapters', 'elements'),
  {
    files: ['test/**/*.ts'],
    rules: {
      // Chai's assertions are expressions, and broken input is given on purpose.
      '@typescript-eslint/no-unused-expressions': 'off',
      '@typescript-eslint/no-non-null-assertion': 'off',
    },
  },
  {
    files: ['**/*.mjs'],
    extends: [tseslint.configs.recommended],
    // Functions given to a page run there.
    languageOptions: { globals: readonly([...nodeNames, ...browserNames]) },
    rules: {
      ...unusedNames,
      eqeqeq: 'error',
      'no-undef': 'error',
      'no-var': 'error',
      'prefer-const': 'error',
    },
  },
);
