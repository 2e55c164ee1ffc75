/** What a writer answers when the mail is true, but this is not the hour to send it. */
export class Postponed {
  constructor(readonly until: Date) {}
}
