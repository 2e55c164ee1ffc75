// Whom we can reach about a visit: a name, one e-mail address, one telephone number, and, if it is somebody else who
// meets us, that person's name and number.
import { emailAddress } from '../shared/text/email.js';
import { phoneNumber } from '../shared/text/phone.js';
import { oneLine, onlyFaults, textFault } from './details.rules.js';

/** As posted: strings, complete or not. */
export interface TypedContact {
  name: string;
  role: string;
  email: string;
  phone: string;
  onSiteName: string;
  onSitePhone: string;
}

export interface Contact {
  name: string;
  role: string;
  email: string;
  phone: string;
  onSite: { name: string; phone: string } | null;
}

export type ContactFault = 'missing' | 'invalid' | 'tooLong' | 'personalNumber';
export type ContactFaults = Partial<Record<keyof TypedContact, ContactFault>>;

const LONGEST_NAME = 100;

export const noContact = (): TypedContact => ({
  name: '',
  role: '',
  email: '',
  phone: '',
  onSiteName: '',
  onSitePhone: '',
});

/** Reads what was typed, or says for each field what is wrong with it. */
export function readContact(typed: TypedContact): { contact: Contact } | { faults: ContactFaults } {
  const email = emailAddress(typed.email);
  const phone = phoneNumber(typed.phone);
  const onSitePhone = phoneNumber(typed.onSitePhone);
  const hasOnSite = typed.onSiteName.trim() !== '' || typed.onSitePhone.trim() !== '';
  const faults: ContactFaults = {
    name: typed.name.trim() === '' ? 'missing' : textFault(typed.name, LONGEST_NAME),
    role: textFault(typed.role, LONGEST_NAME),
    email: typed.email.trim() === '' ? 'missing' : email ? undefined : 'invalid',
    phone: typed.phone.trim() === '' ? 'missing' : phone ? undefined : 'invalid',
    onSiteName:
      hasOnSite && typed.onSiteName.trim() === '' ? 'missing' : textFault(typed.onSiteName, LONGEST_NAME),
    onSitePhone: hasOnSite
      ? typed.onSitePhone.trim() === ''
        ? 'missing'
        : onSitePhone
          ? undefined
          : 'invalid'
      : undefined,
  };
  if (!email || !phone || Object.values(faults).some(Boolean)) return { faults: onlyFaults(faults) };
  return {
    contact: {
      name: oneLine(typed.name),
      role: oneLine(typed.role),
      email,
      phone,
      onSite: hasOnSite ? { name: oneLine(typed.onSiteName), phone: onSitePhone! } : null,
    },
  };
}
