-- Where visits of somebody are read. The indexes of the exclusion constraints are for writing alone: PostgreSQL (seen with
-- 18.4) may mark a living row of a GiST index as dead when the same scan is begun again and again in one statement (the
-- inner side of a loop) while the index grows beyond its only page. Entries that were found dead on that page are
-- remembered by their place and marked on the first page after the split, which has the same LSN and other entries. Such a
-- row is seen by no question that goes through that index, the constraint's own included.
CREATE INDEX occupied_by_person_and_start ON occupied_time (assistant_id, lower(lecture));
