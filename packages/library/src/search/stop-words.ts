/** Words that tell nothing about what a passage is about: articles, pronouns, auxiliaries, prepositions. */
export const stopWords: ReadonlySet<string> = new Set(
  (
    "a about above after again against all almost also although always am among an and another any are as at be " +
    "became because been before being below between both but by can cannot could did do does doing down during " +
    "each either else even ever every few for from further had has have having he hence her here hers herself him " +
    "himself his how however i if in indeed into is it its itself just least less let like made make many may me " +
    "might mine more most much must my myself neither never no nor not now of off often on once one only or other " +
    "others ought our ours ourselves out over own perhaps quite rather s same shall she should since so some such " +
    "t than that the their theirs them themselves then thence there therefore these they this those though through " +
    "thus to too toward towards under until up upon us very was we were what whatever when whence where whereas " +
    "whether which while who whole whom whose why will with within without would yet you your yours yourself"
  ).split(" "),
);
