-- A district's own words on pages and in mails. Where it has written nothing, the product's words stand.
CREATE TABLE district_text (
  district_id uuid NOT NULL CONSTRAINT district_text_of_district REFERENCES district ON DELETE CASCADE,
  key text NOT NULL CONSTRAINT district_text_key_is_known CHECK (key IN ('startLead', 'prepare', 'reminder')),
  sv text NOT NULL CONSTRAINT district_text_sv_is_written CHECK (length(sv) BETWEEN 1 AND 1000),
  en text NOT NULL CONSTRAINT district_text_en_is_written CHECK (length(en) BETWEEN 1 AND 1000),
  PRIMARY KEY (district_id, key)
);
