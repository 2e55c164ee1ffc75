import { z } from 'zod';
import { AUDIENCES } from '../districts/bookable-hours.entity.js';
import { lectureTexts } from '../lectures/lecture-texts.js';

const clock = z.string().regex(/^\d{2}:\d{2}$/);
const slug = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/);

/** What a district brings when it is taken on: data/districts/*.json. */
export const districtFile = z.strictObject({
  district: z.strictObject({
    slug,
    name: z.string(),
    officeNameSv: z.string(),
    officeNameEn: z.string(),
    boardName: z.string(),
    phone: z.string().regex(/^\+\d{8,15}$/),
    phoneHoursSv: z.string(),
    phoneHoursEn: z.string(),
    email: z.email(),
    concernReportUrl: z.url(),
  }),
  bookableHours: z.array(
    z.strictObject({
      audience: z.enum(AUDIENCES),
      opensAt: clock,
      closesAt: clock,
      noStartFrom: clock.optional(),
      noStartUntil: clock.optional(),
    }),
  ),
  emailDomains: z.array(z.strictObject({ domain: z.string(), holder: z.enum(['staff', 'pupils']) })),
  schools: z.array(
    z.strictObject({
      schoolUnitCode: z
        .string()
        .regex(/^\d{8}$/)
        .nullable(),
      name: z.string(),
      organizerType: z.enum(['municipal', 'independent', 'otherPublic']),
      grades: z.array(z.string()),
      street: z.string().default(''),
      postalCode: z.string().default(''),
      city: z.string().default(''),
      pupilCount: z.int().optional(),
      // WGS 84, as the register has them.
      latitude: z.number().min(-90).max(90).optional(),
      longitude: z.number().min(-180).max(180).optional(),
    }),
  ),
});
export type DistrictFile = z.infer<typeof districtFile>;

/** The starting catalogue: data/lectures.json. Each district gets its own copy, to change as it likes. */
export const lectureFile = z.array(
  z.strictObject({
    slug,
    audience: z.enum(AUDIENCES),
    grades: z.array(z.string()),
    topics: z.array(z.string()),
    minutes: z.int(),
    sessionCount: z.int().default(1),
    groupSmallest: z.int().optional(),
    groupLargest: z.int().optional(),
    texts: lectureTexts,
  }),
);

/** The years of schooling: data/grades.json. */
export const gradeFile = z.array(
  z.strictObject({ code: z.string(), labelSv: z.string(), labelEn: z.string(), validFrom: z.iso.date() }),
);
