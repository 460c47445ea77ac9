import { basis } from "./signal.ts";

/** What the detectors stand on, each named once. */

export const allianceOutcomeAdult = basis({
  summary: "Over 295 studies a better alliance goes with a better outcome, r = .28.",
  citation: "Flückiger C, Del Re AC, Wampold BE, Horvath AO (2018). Psychotherapy 55: 316–340.",
  doi: "10.1037/pst0000172",
  read: "abstract",
  grade: "A",
});

export const allianceOutcomeYouth = basis({
  summary: "In children and adolescents the link between alliance and outcome is smaller, r = .19.",
  citation: "Karver MS, De Nadai AS, Monahan M, Shirk SR (2018). Psychotherapy 55: 341–355.",
  doi: "10.1037/pst0000176",
  read: "abstract",
  grade: "A",
});

export const withinClient = basis({
  summary:
    "Within a client, a weaker alliance than usual tends to come before more symptoms, and the reverse.",
  citation: "Flückiger C, Rubel J, Del Re AC, et al. (2020). J Consult Clin Psychol 88: 829–843.",
  doi: "10.1037/ccp0000594",
  read: "abstract",
  grade: "A",
});

export const weakAllianceDropout = basis({
  summary: "A weaker alliance goes with leaving therapy early, d = .55 over 11 studies.",
  citation: "Sharf J, Primavera LH, Diener MJ (2010). Psychotherapy 47: 637–645.",
  doi: "10.1037/a0021175",
  read: "memory",
  grade: "A",
});

export const ruptureRepair = basis({
  summary: "Ruptures that are repaired go with a better outcome, r = .29 over 11 studies.",
  citation: "Eubanks CF, Muran JC, Safran JD (2018). Psychotherapy 55: 508–519.",
  doi: "10.1037/pst0000185",
  read: "memory",
  grade: "A",
});

export const clientsReportFewer = basis({
  summary: "Clients report fewer ruptures than their therapists do, so one report is enough to ask.",
  citation: "Muran JC, Safran JD, Gorman BS, et al. (2009). Psychotherapy 46: 233–248.",
  doi: "10.1037/a0016085",
  read: "memory",
  grade: "B",
});

export const recognisedRuptures = basis({
  summary: "Whether the therapist notices a rupture bears on the alliance and the symptoms that follow.",
  citation:
    "Chen R, Atzil-Slonim D, Bar-Kalifa E, Hasson-Ohayon I, Refaeli E (2018). Psychother Res 28: 560–570.",
  doi: "10.1080/10503307.2016.1227104",
  read: "memory",
  grade: "B",
});

export const reliableChangeIndex = basis({
  summary: "How large a difference must be before the error of measurement seldom explains it.",
  citation: "Jacobson NS, Truax P (1991). J Consult Clin Psychol 59: 12–19.",
  doi: "10.1037/0022-006X.59.1.12",
  read: "memory",
  grade: "B",
});

export const individualControlChart = basis({
  summary:
    "Limits from a client's own ups and downs, as one way among several to find a rupture; no standard " +
    "exists.",
  citation: "Eubanks-Carter C, Gorman BS, Muran JC (2012). Psychother Res 22: 621–637.",
  doi: "10.1080/10503307.2012.693772",
  url: "https://www.ncbi.nlm.nih.gov/pubmed/22708548",
  read: "abstract",
  grade: "C",
});

export const differentCriteria = basis({
  summary:
    "Different criteria find different ruptures in the same ratings, so none of them is the last word.",
  citation: "Gumz A, Brähler E, Geyer M, Erices R (2012). BMC Med Res Methodol 12: 10.",
  doi: "10.1186/1471-2288-12-10",
  url: "https://www.ncbi.nlm.nih.gov/pmc/articles/PMC3320522/",
  read: "source",
  grade: "B",
});

export const sessionRatingPractice = basis({
  summary:
    "Users of a four-line session scale (0–40) talk about any fall of a point; that is below its error of " +
    "measurement.",
  citation: "OpenFIT support pages: overview of the home page dashboard alerts.",
  url: "https://support.openfit.care/support/solutions/articles/204000069702-overview-of-the-home-page-dashboard-alerts",
  read: "manual",
  grade: "C",
});

export const ceilingPractice = basis({
  summary:
    "Perfect marks time after time may be a way of keeping back; practice advises to ask what is left " +
    "unsaid.",
  citation:
    "Practice note: guidance for session rating scales, as summarised at hiboop.com (assessments, SRS).",
  url: "https://hiboop.com/fr/assessments/srs",
  read: "summary",
  grade: "C",
});

export const feedbackHelps = basis({
  summary:
    "Progress feedback has a small effect on outcome (d = .15). Off track it is d = .17; the intervals overlap.",
  citation: "de Jong K, Conijn JM, Gallagher RAV, et al. (2021). Clin Psychol Rev 85: 102002.",
  doi: "10.1016/j.cpr.2021.102002",
  read: "abstract",
  grade: "A",
});

export const selfHarmItem = basis({
  summary:
    "An answer about suicide or self-harm calls for an assessment, not for a diagnosis. “Not at all” is no " +
    "reassurance: of patients who died by suicide, 71.6% in one series had given it.",
  citation: "Louzon SA, Bossarte R, McCarthy JF, Katz IR (2016). Psychiatr Serv 67: 517–522.",
  doi: "10.1176/appi.ps.201500149",
  read: "abstract",
  grade: "B",
});

export const riskPractice = basis({
  summary:
    "Ask about risk to other people and about alcohol and drugs plainly, and follow the local procedure.",
  citation:
    "Practice note of Concord, without a study behind it; have a clinician of your service review it.",
  read: "memory",
  grade: "C",
});

export const therapistsRateLower = basis({
  summary: "Therapists rate the alliance lower than their clients, g = .41 over 40 studies.",
  citation: "Lev Ari HS, Tuval-Mashiach R, Hay DE, et al. (2025). J Psychother Integr 35: 180–195.",
  doi: "10.1037/int0000355",
  read: "abstract",
  grade: "A",
});

export const childReports = basis({
  summary:
    "Under 11, a child's own rating of the alliance did not agree with observers and therapists; from 11 it " +
    "did. The child's ratings nevertheless predicted outcome (7 to 15 years).",
  citation: "McLeod BD, Southam-Gerow MA, Kendall PC (2017). Psychol Assess 29: 1550–1555.",
  url: "https://pmc.ncbi.nlm.nih.gov/articles/PMC5587348",
  read: "source",
  grade: "B",
});

export const repairShape = basis({
  summary:
    "A fall of two deviations and a return within three sessions, as a first and provisional way to find " +
    "repaired ruptures in ratings.",
  citation: "Stiles WB, Glick MJ, Osatuke K, et al. (2004). J Couns Psychol 51: 81–92.",
  doi: "10.1037/0022-0167.51.1.81",
  read: "unverified",
  grade: "B",
});

export const repairEpisodes = basis({
  summary:
    "Falls and returns of one deviation between sessions, in cognitive therapy of personality disorders.",
  citation: "Strauss JL, Hayes AM, Johnson SL, et al. (2006). J Consult Clin Psychol 74: 337–345.",
  doi: "10.1037/0022-006X.74.2.337",
  read: "unverified",
  grade: "B",
});

export const repairInHalf = basis({
  summary:
    "In 44 cases half had a fall and a return, two in three grew; neither went with outcome, the level did.",
  citation: "Stevens CL, Muran JC, Safran JD, Gorman BS, Winston A (2007). Am J Psychother 61: 109–129.",
  read: "unverified",
  grade: "B",
});

export const wholeTreatment = basis({
  summary:
    "Of 605 therapies one in ten ended in a fall that was not regained, with a worse outcome; in one in " +
    "seven it was regained.",
  citation: "Larsson MH, Falkenström F, Andersson G, Holmqvist R (2018). Psychother Res 28: 123–136.",
  doi: "10.1080/10503307.2016.1174345",
  read: "unverified",
  grade: "B",
});

export const stateAndTrait = basis({
  summary:
    "What a client's alliance usually is, and how far one session lies from that, are two different things.",
  citation: "Zilcha-Mano S (2017). Am Psychol 72: 311–325.",
  doi: "10.1037/a0040435",
  read: "unverified",
  grade: "B",
});

export const breakPoints = basis({
  summary: "The division of a series into levels that leaves least unexplained for the number of breaks.",
  citation: "Bai J, Perron P (2003). J Appl Econom 18: 1–22.",
  doi: "10.1002/jae.659",
  read: "memory",
  grade: "C",
});

export const onlineChangePoint = basis({
  summary: "After each session: how likely it is that a new level has just begun.",
  citation: "Adams RP, MacKay DJC (2007). Bayesian online changepoint detection. arXiv:0710.3742.",
  url: "https://arxiv.org/abs/0710.3742",
  read: "memory",
  grade: "C",
});

export const expectedResponse = basis({
  summary:
    "Expected courses learnt from many clients on the logarithm of sessions, with tolerance limits, as they " +
    "are used for symptoms.",
  citation: "Finch AE, Lambert MJ, Schaalje BG (2001). Clin Psychol Psychother 8: 231–242.",
  doi: "10.1002/cpp.286",
  read: "memory",
  grade: "B",
});

export const observerSystem = basis({
  summary: "Trained observers can see withdrawal and confrontation that neither of the two reports.",
  citation: "Eubanks CF, Muran JC, Safran JD (2015). Rupture Resolution Rating System: manual.",
  doi: "10.13140/2.1.1666.8488",
  read: "unverified",
  grade: "C",
});
