/** Pictures of README and of the documentation site: a screen, how wide, and how much of its top. */
export interface DocumentPicture {
  readonly screen: string;
  readonly file: string;
  readonly width: number;
  readonly height: number;
}

const desktop = (screen: string, file: string, height = 860): DocumentPicture => ({
  screen,
  file,
  width: 1200,
  height,
});
const phone = (screen: string, file: string, height = 800): DocumentPicture => ({
  screen,
  file,
  width: 390,
  height,
});

export const documentPictures: readonly DocumentPicture[] = [
  desktop("caseload", "caseload.png", 720),
  { screen: "case-adult", file: "case.png", width: 1440, height: 1080 },
  phone("form-adult", "client-form.png"),
  phone("form-child", "child-form.png"),
  desktop("case-brief", "brief.png"),
  desktop("case-new", "new-case.png"),
  desktop("review", "review.png", 700),
  desktop("case-supervision", "supervision.png", 760),
  desktop("group", "group.png", 900),
  desktop("settings-staff", "staff.png", 760),
  desktop("settings", "practice.png", 760),
  desktop("evidence-synthesis", "synthesis.png", 900),
  desktop("evidence-claim", "claim.png", 760),
  desktop("library-concept", "concept.png", 900),
  desktop("library-concordance", "concordance.png", 700),
];
