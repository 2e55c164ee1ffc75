/** How the acts of the district can end. A walk that does not meet one of them has not shown it. */
const OUTCOMES: Record<string, string[]> = {
  'district cancels': ['done', 'changed', 'notComing'],
  'district moves': ['done', 'changed', 'notComing', 'timeTaken', 'timeNotOffered', 'schoolHasItsShare'],
  restaff: [
    ...['done', 'changed', 'notComing', 'nobody', 'tooMany', 'notPossible', 'nothingChanged'],
    'reasonMissing',
  ],
  'restaff despite': ['caps', 'hours', 'margins', 'rest'],
  undo: ['done', 'gone', 'notYours', 'changedSince', 'tooLate', 'mailLeft', 'timeLost'],
  'book on behalf': ['confirmed', 'breaksRules', 'nobodyFree', 'inThePast'],
  'rule set aside': [
    ...['beyondHorizon', 'caps', 'grade', 'groupSize', 'margins', 'noSchoolDay', 'outsideHours'],
    ...['schoolHasItsShare', 'tooFewPeople', 'tooSoon', 'workingHours'],
  ],
  'the team has enough': ['day', 'week', 'lecture in week', 'lecture in term'],
  'ask to take over': ['asked', 'done', 'notComing', 'alreadyAsked', 'notFree'],
  taken: ['done', 'settled', 'lapsed', 'notFree', 'missing'],
  declined: ['done', 'settled', 'missing'],
  takenBack: ['done', 'settled', 'missing'],
  'outside calendar': ['read'],
  'ill today': ['is known'],
  'ill at the desk': ['visits are hit'],
  proposed: ['substitute', 'move', 'ask', 'cancel'],
  substitute: ['done', 'changed'],
  publish: ['done', 'past', 'noSchool', 'already', 'notEmployed', 'away', 'visit', 'kept'],
  withdraw: ['open', 'booked'],
  'on a published time': [
    ...['book', 'move', 'confirm', 'restaff', 'undo', 'book on behalf', 'district moves', 'sick press'],
    ...['ask to take over', 'taken'],
  ],
  'extra hours': ['done', 'alreadyThere', 'overlaps', 'inThePast'],
  'extra hours removed': ['done', 'stays'],
};

export const unseen = (counts: Record<string, number>): string[] =>
  Object.entries(OUTCOMES)
    .flatMap(([what, words]) => words.map(word => `${what}: ${word}`))
    .filter(word => !counts[word]);
