import type { District } from '../../src/districts/district.entity.js';

export const district = (changes: Partial<District> = {}): District => ({
  id: 'kungsholmen',
  slug: 'kungsholmen',
  name: 'Kungsholmen',
  officeNameSv: 'Kungsholmens stadsdelsförvaltning',
  officeNameEn: 'Kungsholmen district administration',
  boardName: 'Kungsholmens stadsdelsnämnd',
  phone: '+46846500400',
  phoneHoursSv: 'vardagar kl. 9–15',
  phoneHoursEn: 'weekdays 9–15',
  email: 'falt@kungsholmen.example',
  concernReportUrl: 'https://start.stockholm/',
  ...changes,
});
