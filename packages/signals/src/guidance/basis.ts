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

export const distanceModel: Basis = {
  summary:
    "Twelve experts agreed on how distance should change by strategy and phase; half of it has been borne out.",
  citation: "Daly KD, Mallinckrodt B (2009). J Couns Psychol 56: 549–563.",
  doi: "10.1037/a0016695",
  certainty: "doubtful",
  grade: "C",
};

export const attachmentAndAlliance: Basis = {
  summary: "Clients who are anxious or avoidant in close relationships rate the alliance a little lower.",
  citation: "Bernecker SL, Levy KN, Ellison WD (2014). Psychother Res 24: 12–24.",
  doi: "10.1080/10503307.2013.809561",
  certainty: "confident",
  grade: "A",
};

export const attachmentToTherapist: Basis = {
  summary:
    "A secure attachment to the therapist goes with the alliance; a pseudo-secure one can look the same.",
  citation: "Mallinckrodt B, Jeong J (2015). Psychotherapy 52: 134–139.",
  doi: "10.1037/a0036890",
  certainty: "doubtful",
  grade: "A",
};

export const anxiousTherapists: Basis = {
  summary:
    "Therapists who are anxious in close relationships rate their own alliances lower, r = −.31; their clients do " +
    "not, r = .04.",
  citation: "Marin-Cavestany et al. (2025). Clin Psychol Psychother.",
  doi: "10.1002/cpp.70025",
  certainty: "confident",
  grade: "A",
};

export const perfectionismAndEngagement: Basis = {
  summary:
    "Highly perfectionistic clients added less of their own part over therapy; this carried part of the effect on " +
    "outcome. Mostly one data set.",
  citation: "Zuroff DC, Blatt SJ, Sotsky SM, et al. (2000). J Consult Clin Psychol 68: 114–124.",
  doi: "10.1037/0022-006X.68.1.114",
  certainty: "confident",
  grade: "B",
};

export const supportTools: Basis = {
  summary: "Where a therapy is off track, asking in turn about motivation, support and events helps most.",
  citation: "Lambert MJ, Whipple JL, Kleinstäuber M (2018). Psychotherapy 55: 520–537.",
  doi: "10.1037/pst0000167",
  certainty: "confident",
  grade: "A",
};

export const adolescentsOwn: Basis = {
  summary: "Adolescents' own ratings go with outcome about as closely as adults' do.",
  citation: "Murphy R, Hutton P (2018). J Child Psychol Psychiatry 59: 5–19.",
  doi: "10.1111/jcpp.12767",
  certainty: "confident",
  grade: "A",
};
