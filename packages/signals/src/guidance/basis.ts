import type { Basis } from "../signal.ts";

export const ruptureManual: Basis = {
  summary: "Repair begins by noticing and naming what happened, and by owning one's part in it.",
  citation: "Safran JD, Muran JC (2000). Negotiating the Therapeutic Alliance. Guilford Press.",
  certainty: "confident",
  grade: "C",
};

export const goalConsensus: Basis = {
  summary: "Agreement on goals goes with outcome, r = .24; working together on the tasks, r = .29.",
  citation: "Tryon GS, Birch SE, Verkuilen J (2018). Psychotherapy 55: 372–383.",
  doi: "10.1037/pst0000170",
  certainty: "confident",
  grade: "A",
};

export const invitedFeedback: Basis = {
  summary:
    "In one trial a clinic that invited clients to say how therapy was for them saw the alliance rise.",
  citation: "Flückiger C, Del Re AC, Wampold BE, Znoj H, Caspar F, Jörg U (2012). J Couns Psychol 59: 18–26.",
  doi: "10.1037/a0023648",
  certainty: "verified",
  grade: "B",
};

export const sharedReview: Basis = {
  summary:
    "Feedback that only the client saw brought no advantage in a trial: the two looking together is the " +
    "point.",
  citation: "Stefana A, et al. (2024). JMIR Ment Health 11: e63234.",
  doi: "10.2196/63234",
  certainty: "verified",
  grade: "B",
};

export const ownPartOverlooked: Basis = {
  summary: "Of 20 therapists, most put ruptures down to the client and turned to technique.",
  citation: "Research in Psychotherapy: Psychopathology, Process and Outcome, article 235.",
  url: "https://researchinpsychotherapy.org/rpsy/article/view/235/189",
  certainty: "verified",
  grade: "C",
};
