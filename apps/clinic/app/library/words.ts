import type { AuthorPosition, Judgement } from "@concord/library";

export const rankWords: Readonly<Record<Judgement, string>> = {
  thesis: "Thesis",
  supporting: "Supporting",
  aside: "Aside",
  decoy: "Not about it",
};

export const stanceWords: Readonly<Record<AuthorPosition, string>> = {
  curative: "It heals by itself",
  vehicle: "It carries the treatment",
  obstacle: "It stands in the way",
  ambivalent: "Both, or it depends",
  definition: "Says what it is",
};
