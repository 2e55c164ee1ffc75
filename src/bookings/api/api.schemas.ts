import { z } from 'zod';
import { AUDIENCES } from '../../districts/bookable-hours.entity.js';
import { NEEDS } from '../details.rules.js';

// The shapes of the interface for other systems. Validation and the OpenAPI description are both made from these.

const instant = z.iso
  .datetime({ offset: true })
  // Beyond four digits the database writes years in another way, and nobody books there.
  .refine(text => text.startsWith('2'), 'has to be in a year from 2000 to 2999')
  .describe('Instant in ISO 8601 with an offset: 2026-12-08T10:15:00+01:00');
const phone = z.string().max(50).describe('As people write it: 070-174 06 12 or +46701740612');

export const slotSchema = z.object({ start: instant, end: instant });

export const districtSchema = z.object({
  slug: z.string(),
  name: z.string(),
  officeName: z.string(),
  phone: z.string(),
  email: z.string(),
});

export const lectureSchema = z.object({
  id: z.uuid(),
  slug: z.string(),
  title: z.string(),
  titleEnglish: z.string(),
  summary: z.string(),
  minutes: z.int(),
  sessionCount: z.int().describe('More than one for a program, of which the first meeting is booked'),
  peopleNeeded: z.int(),
  grades: z.array(z.string()).describe('F, 1–9, gy1–gy3; empty where the audience is adults'),
  audience: z.enum(AUDIENCES),
  groupSmallest: z.int(),
  groupLargest: z.int(),
});

export const schoolSchema = z.object({
  id: z.uuid(),
  schoolUnitCode: z.string().nullable().describe('Skolenhetskod, eight digits; null where none is verified'),
  name: z.string(),
  grades: z.array(z.string()),
  organizerType: z.enum(['municipal', 'independent', 'otherPublic']),
});

export const bookingRequestSchema = z.strictObject({
  lectureId: z.uuid(),
  start: instant,
  schoolId: z.uuid().optional(),
  schoolUnitCode: z
    .string()
    .regex(/^\d{8}$/)
    .optional(),
  className: z.string().max(1000),
  grade: z.union([z.string(), z.int()]).optional().describe('Needed where the lecture has grades'),
  pupils: z.int().describe('Heads expected; participants where the audience is adults'),
  room: z.string().max(5000).default(''),
  needs: z.array(z.enum(NEEDS)).max(NEEDS.length).default([]),
  contact: z.strictObject({
    name: z.string().max(1000),
    role: z.string().max(1000).default(''),
    email: z.string().max(1000),
    phone,
  }),
  onSite: z.strictObject({ name: z.string().max(1000), phone }).optional(),
  teacherPresent: z.boolean().describe('A teacher stays the whole time; without one we cannot come'),
  message: z.string().max(5000).default(''),
  language: z.enum(['sv', 'en']).default('sv'),
});
export type BookingRequestBody = z.infer<typeof bookingRequestSchema>;

export const bookingAnswerSchema = z.object({
  reference: z.string(),
  status: z.enum(['confirmed', 'preliminary', 'cancelled', 'held', 'notHeld']),
  start: instant,
  end: instant,
  manageUrl: z.url().optional().describe('Only where the booking is confirmed at once'),
});

export const problemSchema = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  detail: z.string().optional(),
  errors: z.array(z.object({ field: z.string(), message: z.string() })).optional(),
  alternatives: z.array(slotSchema).optional(),
});
