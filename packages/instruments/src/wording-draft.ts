/** What a file says, before it is held against the instrument: items by whatever name the file gives them. */
export interface WordingDraft {
  readonly instrument: string | undefined;
  readonly language: string | undefined;
  readonly title: string | undefined;
  readonly instruction: string;
  readonly rights: string | undefined;
  readonly items: readonly {
    readonly name: string;
    readonly codes: readonly string[];
    readonly text: string;
    readonly anchors: readonly { readonly value: number; readonly label: string }[];
    readonly problem?: string;
  }[];
}
