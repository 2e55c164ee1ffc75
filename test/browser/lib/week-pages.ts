/** The week and three days, own and the team's, with a visit, an absence, lov and the change of the years. */
export async function* weekPages(goTo: (path: string) => Promise<unknown>): AsyncGenerator<string> {
  await goTo('/kalender/vecka');
  yield 'the week';
  await goTo('/kalender/vecka?vems=teamet');
  yield 'the week of the team';
  await goTo('/kalender/vecka?vecka=2026-W53');
  yield 'the week with two years';
  await goTo('/kalender/vecka?visa=tre-dagar&fran=2026-12-15');
  yield 'three days';
  await goTo('/kalender/vecka?visa=tre-dagar&fran=2026-12-15&vems=teamet');
  yield 'three days of the team';
}
