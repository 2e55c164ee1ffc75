import tseslint from 'typescript-eslint';

export default tseslint.config(
  { ignores: ['dist', 'var', 'node_modules', 'bench/limit', '**/*.cjs', 'src/platform/web/styles'] },
  {
    files: ['src/**/*.{ts,tsx}', 'test/**/*.ts', 'bench/**/*.ts'],
    extends: [...tseslint.configs.strictTypeChecked, ...tseslint.configs.stylisticTypeChecked],
    languageOptions: {
      parserOptions: { project: './tsconfig.check.json', tsconfigRootDir: import.meta.dirname },
    },
    rules: {
      // Modules of Nest are classes without members.
      '@typescript-eslint/no-extraneous-class': ['error', { allowWithDecorator: true }],
      // Keys and indexes that have just been made or checked.
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      // What a row of SQL is, only its reader knows.
      '@typescript-eslint/no-unnecessary-type-parameters': 'off',
      '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: false }],
      'max-lines': ['error', { max: 250, skipBlankLines: true, skipComments: true }],
      'no-restricted-syntax': [
        'error',
        {
          selector: "NewExpression[callee.name='Date'][arguments.length=0]",
          message: 'Only the Clock asks what time it is; take `now` as an argument.',
        },
        {
          selector: "CallExpression[callee.object.name='Date'][callee.property.name='now']",
          message: 'Only the Clock asks what time it is; take `now` as an argument.',
        },
        {
          selector: "CallExpression[callee.object.object.name='Temporal'][callee.object.property.name='Now']",
          message: 'Only the Clock asks what time it is; take `now` as an argument.',
        },
        {
          selector: "JSXAttribute[name.name='dangerouslySetInnerHTML']",
          message: 'Text is escaped by the templates; nothing is put into a page raw.',
        },
      ],
    },
  },
  {
    // A stylesheet without anything from outside, the clock itself, a log that counts real seconds, and measurements.
    files: [
      'src/platform/mail/letter-html.tsx',
      'src/platform/clock/clock.ts',
      'src/platform/queue/rate-limited-log.ts',
      'bench/**',
      'test/faults/**',
      'test/setup/mail-sink.ts',
    ],
    rules: { 'no-restricted-syntax': 'off' },
  },
  {
    files: ['src/**/*texts.ts', 'src/demo/**', 'test/house/writes.spec.ts', 'test/house/routes.ts'],
    rules: { 'max-lines': 'off' },
  },
);
