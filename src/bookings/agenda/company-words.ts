import type { Language } from '../../shared/language.js';
import type { SignedIn } from '../../staff/roles.js';
import type { BookingView } from '../booking-view.queries.js';
import { agendaTexts } from './agenda-texts.js';

/** Who goes besides the reader. Of whoever is away then it is said that they are, not why: that is nobody's business. */
export const companyInWords = (me: SignedIn, { staff }: BookingView, language: Language): string =>
  staff
    .filter(person => person.id !== me.assistantId)
    .map(({ name, isAway }) => (isAway ? agendaTexts[language].isAway(name) : name))
    .join(', ');
