// The picture of the house in ARCHITECTURE.md, kept true: a room may look into those below it, never above or beside.
const rooms = [
  ['shared'],
  ['platform'],
  ['districts', 'staff', 'schools', 'lectures'],
  ['calendars'],
  ['slots'],
  ['bookings', 'about'],
  ['reports', 'settings'],
  ['desk'],
  ['onboarding'],
  ['demo'],
  ['commands'],
];

const above = level => rooms.slice(level + 1).flat();
const beside = (level, room) => rooms[level].filter(other => other !== room);

module.exports = {
  forbidden: [
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'no-orphans',
      severity: 'error',
      from: { orphan: true, pathNot: '(main|worker|cli)\\.ts$|\\.spec\\.|\\.js$' },
      to: {},
    },
    ...rooms.flatMap((level, index) =>
      level.map(room => ({
        name: `${room}-looks-down-only`,
        severity: 'error',
        from: { path: `^src/${room}/` },
        to: {
          path: `^src/(${[...above(index), ...beside(index, room)].join('|') || 'nothing'}|app\\.module|main|worker|cli)(/|\\.|$)`,
        },
      })),
    ),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { extensions: ['.ts', '.tsx', '.js', '.json'] },
  },
};
