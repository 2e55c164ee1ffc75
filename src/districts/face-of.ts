import type { DistrictFace } from '../platform/web/district-face.js';
import type { District } from './district.entity.js';

/** What the frame of a page shows of the district whose service it is. */
export const faceOf = (district: District): DistrictFace => ({
  slug: district.slug,
  officeName: { sv: district.officeNameSv, en: district.officeNameEn },
  phone: district.phone,
});
