/** What the head and foot of a page say of the district whose service it is. */
export interface DistrictFace {
  slug: string;
  officeName: { sv: string; en: string };
  phone: string;
}
