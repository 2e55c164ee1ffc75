/** What somebody who signs in is here for; what each may do is declared at the routes (`@ForStaff`). */
export const ROLES = ['assistant', 'coordinator', 'analyst', 'administrator'] as const;

export type Role = (typeof ROLES)[number];

/** Whoever is signed in, as read with the session of this very request. */
export interface SignedIn {
  accountId: string;
  sessionId: string;
  role: Role;
  name: string;
  email: string;
  /** Null for those who belong to no district. */
  districtId: string | null;
  /** Null for those who go on no visits. */
  assistantId: string | null;
}
