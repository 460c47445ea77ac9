export interface StaffLine {
  readonly staff: string;
  readonly name: string;
  readonly email: string;
  readonly roles: readonly string[];
  readonly active: boolean;
  /** They have accepted their invitation. */
  readonly hasAccount: boolean;
}

export interface AuditLine {
  readonly at: string;
  readonly who: string;
  readonly action: string;
  readonly subject: string;
}
