/** What was sent with a form that could not be taken: shown again, so that nobody answers twice. */
export interface Given {
  readonly values: Readonly<Record<string, string>>;
  readonly problems: Readonly<Record<string, string>>;
}

export const emptyValues: Given = { values: {}, problems: {} };
