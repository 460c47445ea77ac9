import { basis } from "../signal.ts";

export const ruptureManual = basis({
  summary: "Repair begins by noticing and naming what happened, and by owning one's part in it.",
  citation: "Safran JD, Muran JC (2000). Negotiating the Therapeutic Alliance. Guilford Press.",
  read: "memory",
  grade: "C",
});

export const goalConsensus = basis({
  summary: "Agreement on goals goes with outcome, r = .24; working together on the tasks, r = .29.",
  citation: "Tryon GS, Birch SE, Verkuilen J (2018). Psychotherapy 55: 372–383.",
  doi: "10.1037/pst0000170",
  read: "memory",
  grade: "A",
});

export const invitedFeedback = basis({
  summary:
    "In one trial a clinic that invited clients to say how therapy was for them saw the alliance rise.",
  citation: "Flückiger C, Del Re AC, Wampold BE, Znoj H, Caspar F, Jörg U (2012). J Couns Psychol 59: 18–26.",
  doi: "10.1037/a0023648",
  read: "abstract",
  grade: "B",
});

export const sharedReview = basis({
  summary:
    "Feedback that only the client saw brought no advantage in a trial: the two looking together is the " +
    "point.",
  citation: "Stefana A, et al. (2024). JMIR Ment Health 11: e63234.",
  doi: "10.2196/63234",
  read: "abstract",
  grade: "B",
});

export const ownPartOverlooked = basis({
  summary: "Of 20 therapists, most put ruptures down to the client and turned to technique.",
  citation:
    "Soygüt G, Gülüm İV (2016). A thematic analysis of therapists’ perspectives on therapeutic alliance rupture " +
    "moments. Res Psychother 19.",
  url: "https://researchinpsychotherapy.org/rpsy/article/view/235/189",
  read: "abstract",
  grade: "C",
});

export const distanceModel = basis({
  summary:
    "Twelve experts agreed on how distance should change by strategy and phase; of four hypotheses tested, three held.",
  citation: "Daly KD, Mallinckrodt B (2009). J Couns Psychol 56: 549–563.",
  doi: "10.1037/a0016695",
  read: "memory",
  grade: "C",
});

export const attachmentAndAlliance = basis({
  summary: "Clients who are anxious or avoidant in close relationships rate the alliance a little lower.",
  citation: "Bernecker SL, Levy KN, Ellison WD (2014). Psychother Res 24: 12–24.",
  doi: "10.1080/10503307.2013.809561",
  read: "memory",
  grade: "A",
});

export const pseudoSecureConjecture = basis({
  summary:
    "That a pseudo-secure attachment looks like a secure one is a conjecture; the meta-analysis did not measure it.",
  citation:
    "Conjecture presented at a symposium of the Society for Psychotherapy Research (2015); not published as a finding.",
  read: "summary",
  grade: "C",
});

export const anxiousTherapists = basis({
  summary:
    "Therapists who are anxious in close relationships rate their own alliances lower, r = −.31; their clients do " +
    "not, r = .04.",
  citation: "Marin-Cavestany et al. (2025). Clin Psychol Psychother.",
  doi: "10.1002/cpp.70025",
  read: "summary",
  grade: "A",
});

export const perfectionismAndEngagement = basis({
  summary:
    "Highly perfectionistic clients added less of their own part over therapy; this carried part of the effect on " +
    "outcome. Mostly one data set.",
  citation: "Zuroff DC, Blatt SJ, Sotsky SM, et al. (2000). J Consult Clin Psychol 68: 114–124.",
  doi: "10.1037/0022-006X.68.1.114",
  read: "abstract",
  grade: "B",
});

export const supportTools = basis({
  summary:
    "Clinical support tools ask about motivation, support and events in turn. The synthesis is about feedback, not about this order.",
  citation: "Lambert MJ, Whipple JL, Kleinstäuber M (2018). Psychotherapy 55: 520–537.",
  doi: "10.1037/pst0000167",
  read: "abstract",
  grade: "C",
});

export const adolescentsOwn = basis({
  summary: "Adolescents' own ratings go with outcome about as closely as adults' do.",
  citation: "Murphy R, Hutton P (2018). J Child Psychol Psychiatry 59: 5–19.",
  doi: "10.1111/jcpp.12767",
  read: "abstract",
  grade: "A",
});

export const moderatePerfectionism = basis({
  summary:
    "A better early view of the relationship was associated with the largest gain at moderate perfectionism. Mostly " +
    "one data set.",
  citation: "Blatt SJ, Zuroff DC, Quinlan DM, Pilkonis PA (1996). J Consult Clin Psychol 64: 162–171.",
  doi: "10.1037/0022-006X.64.1.162",
  read: "summary",
  grade: "B",
});

export const endingPractice = basis({
  summary: "Speaking of the ending early is common practice; no study of it is cited here.",
  citation: "Practice note of Concord, without a study behind it.",
  read: "memory",
  grade: "C",
});
