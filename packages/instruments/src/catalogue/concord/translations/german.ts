import { type Anchors, worded } from "../own-form.ts";
import type { Translations } from "./translation.ts";

const howFar: Anchors = { 1: "gar nicht", 4: "teilweise", 7: "völlig" };

/** German. Adults are addressed with Sie; children and adolescents with du; forms for both without either. */
export const german: Translations = {
  language: "de",
  "concord-alliance-session-client-adult": {
    title: "Wie war die Sitzung heute?",
    instruction:
      "Denken Sie an die Sitzung, die Sie gerade hatten. Es gibt keine richtigen Antworten. Wählen Sie die Zahl, die am besten passt.",
    items: worded(
      [
        "Ich konnte heute bei meiner Therapeut:in so sein, wie ich bin.",
        "Zwischen meiner Therapeut:in und mir war heute Wärme.",
        "Was wir heute gemacht haben, war für mich sinnvoll.",
        "Ich habe heute aktiv mitgemacht.",
        "Heute ging es um etwas, das in meinem Leben wichtig ist.",
        "Meine Therapeut:in und ich wollten heute auf dasselbe hinaus.",
      ],
      howFar,
      "Möchten Sie zu heute noch etwas sagen?",
    ),
  },
  "concord-rupture-client": {
    title: "Zwischen meiner Therapeut:in und mir",
    instruction: "Spannungen gibt es in jeder guten Therapie. Darüber zu reden hilft oft.",
    items: {
      i01: {
        text: "Gab es heute einen Moment, in dem sich zwischen meiner Therapeut:in und mir etwas angespannt, distanziert oder missverstanden angefühlt hat?",
        anchors: { 0: "nein", 1: "vielleicht", 2: "ja" },
      },
      i02: {
        text: "Wie stark war das?",
        anchors: { 1: "kaum merklich", 2: "leicht", 3: "merklich", 4: "stark", 5: "sehr stark" },
      },
      i03: {
        text: "Haben wir darüber gesprochen?",
        anchors: { 1: "gar nicht", 2: "nebenbei", 3: "ein wenig", 4: "ziemlich viel", 5: "offen und ganz" },
      },
      i04: {
        text: "Ist es zwischen uns wieder gut?",
        anchors: { 1: "gar nicht", 2: "ein wenig", 3: "halb", 4: "größtenteils", 5: "ganz" },
      },
      i05: { text: "Was ist passiert, in eigenen Worten?" },
    },
  },
  "concord-alliance-session-client-adolescent": {
    title: "Wie war es heute?",
    instruction:
      "Nur heute zählt. Sag, wie es für dich war, gut oder schlecht. Du bekommst deswegen keinen Ärger.",
    items: worded(
      [
        "Ich konnte heute bei meiner Therapeut:in echt sein.",
        "Ich habe mich heute bei meiner Therapeut:in okay gefühlt.",
        "Ich habe verstanden, warum wir heute gemacht haben, was wir gemacht haben.",
        "So, wie wir es heute gemacht haben, hat es für mich gepasst.",
        "Wir haben über Sachen geredet, die mir wichtig sind.",
        "Meine Therapeut:in und ich wollen, dass dasselbe besser wird.",
        "Ich habe gesagt, was ich wirklich denke.",
        "Ich habe nur gewartet, bis es vorbei ist.",
        "Meine Therapeut:in hat gemerkt, wie es mir heute ging.",
        "Wenn ich etwas anders gebraucht habe, ist meine Therapeut:in darauf eingegangen.",
      ],
      { 1: "nein", 2: "ein bisschen", 3: "halb und halb", 4: "meistens", 5: "ja, total" },
      "Möchtest du noch etwas sagen?",
    ),
  },
  "concord-alliance-session-client-child": {
    title: "Wie war es heute?",
    instruction:
      "Es geht um die erwachsene Person, zu der du hier zum Reden und Spielen kommst. Sie hilft dir. Tippe auf das Gesicht, das am besten zu dir passt.",
    items: worded(
      [
        "Die Person, die mir hilft, war nett zu mir.",
        "Es war schön bei der Person, die mir hilft.",
        "Ich konnte sagen, was ich sagen wollte.",
        "Ich habe heute mitgemacht.",
        "Ich will etwas von heute zu Hause ausprobieren.",
      ],
      { 1: "nein", 2: "eher nicht", 3: "ein bisschen", 4: "ja", 5: "ja, sehr" },
    ),
  },
  "concord-alliance-session-caregiver": {
    title: "Wie läuft die Therapie aus Ihrer Sicht?",
    instruction:
      "Denken Sie an die letzten Wochen. „Mein Kind“ meint das Kind oder den jungen Menschen, für den Sie sorgen. Es gibt keine richtigen Antworten.",
    items: worded(
      [
        "Mein Kind fühlt sich bei der Therapeut:in wohl.",
        "Ich fühle mich willkommen, wenn ich mit der Therapeut:in spreche.",
        "Ich kann nachvollziehen, warum die Therapeut:in und mein Kind tun, was sie tun.",
        "Ich weiß, wie ich zu Hause helfen kann.",
        "Die Therapeut:in und ich wollen für mein Kind dasselbe.",
        "Die Therapie greift auf, was für mein Kind im Alltag schwer ist.",
      ],
      howFar,
      "Gibt es etwas, das die Therapeut:in wissen sollte?",
    ),
  },
  "concord-alliance-full-client": {
    title: "Wie arbeiten Sie und Ihre Therapeut:in zusammen?",
    instruction: "Denken Sie an die letzten Wochen der Therapie. Wählen Sie die Zahl, die am besten passt.",
    items: worded(
      [
        "Ich kann bei meiner Therapeut:in so sein, wie ich bin.",
        "Zwischen meiner Therapeut:in und mir ist Wärme.",
        "Ich kann mit einem schweren Thema zu meiner Therapeut:in kommen und weiß, dass es dort gut aufgehoben ist.",
        "Ich wäge meine Worte ab, weil ich nicht sicher bin, wie sie bei meiner Therapeut:in ankommen.",
        "Ich kann nachvollziehen, warum wir so arbeiten, wie wir arbeiten.",
        "Ich beteilige mich aktiv an dem, was wir in den Sitzungen machen.",
        "Was wir in den Sitzungen machen, arbeitet in mir während der Woche weiter.",
        "Wir verbringen Zeit mit Dingen, die mich nicht weiterbringen.",
        "Ich könnte in wenigen Worten sagen, worauf wir hinarbeiten.",
        "Wir wollen auf dasselbe hinaus.",
        "Worauf wir hinarbeiten, kommt von mir.",
        "Meine Therapeut:in hat mit mir etwas anderes vor als ich.",
      ],
      howFar,
    ),
  },
  "concord-session-depth-client": {
    title: "Wie tief ging es heute?",
    instruction: "Nicht jede Sitzung muss in die Tiefe gehen. Die Zahl wählen, die am besten passt.",
    items: worded(
      [
        "Heute sind wir etwas Wichtigem nahe gekommen.",
        "Ich habe etwas an mir in einem neuen Licht gesehen.",
        "Wir haben um das herumgeredet, was mich wirklich bewegt.",
        "Etwas von heute wird mir bleiben.",
      ],
      howFar,
    ),
  },
  "concord-conditions-client": {
    title: "Wie ist meine Therapeut:in mit mir?",
    instruction: "Es geht um die letzten Sitzungen. Die Zahl wählen, die am besten passt.",
    items: worded(
      [
        "Meine Therapeut:in erfasst, was ich meine, auch wenn mir die Worte fehlen.",
        "Meine Therapeut:in hat ein Gespür dafür, wie die Dinge für mich sind.",
        "Meine Therapeut:in hört die Worte, aber nicht, wie es für mich ist.",
        "Was meine Therapeut:in sagt und wie meine Therapeut:in wirkt, passt zusammen.",
        "Wenn ich meine Therapeut:in etwas direkt frage, bekomme ich eine ehrliche Antwort.",
        "Meine Therapeut:in spielt mir etwas vor.",
        "Meine Therapeut:in arbeitet gern mit mir.",
        "Ich habe bei meiner Therapeut:in an schlechten Tagen ebenso einen Platz wie an guten.",
        "Ich habe das Gefühl, dass meine Therapeut:in wegen dem, was ich tue, weniger von mir hält.",
      ],
      howFar,
    ),
  },
  "concord-distance-client": {
    title: "Wie nah, wie fern?",
    instruction:
      "Menschen brauchen unterschiedlich viel Nähe, und nicht immer gleich viel. Wie ist es jetzt für Sie?",
    items: worded(
      [
        "Meine Therapeut:in kommt mir gerade näher, als ich will.",
        "Ich würde mehr von meiner Therapeut:in brauchen, als ich bekomme.",
        "Ich finde selbst Antworten, auf die ich früher von meiner Therapeut:in gewartet habe.",
        "Ich lasse meine Therapeut:in mehr von mir sehen als am Anfang.",
        "Meine Therapeut:in will, dass ich mich schneller öffne, als ich kann.",
        "Meine Therapeut:in ist für mich unerreichbar.",
        "Ich komme mit einem längeren Abstand zwischen den Sitzungen zurecht als früher.",
        "Ich habe angefangen, meiner Therapeut:in Dinge zu erzählen, die ich für mich behalten habe.",
        "Nach einer Sitzung brauche ich Abstand, weil es so nah war.",
        "Meine Therapeut:in bleibt in der Rolle, wenn ich den Menschen brauchen würde.",
        "Ich höre in unseren Gesprächen meine eigene Stimme deutlicher als früher.",
        "Es zieht mich in die Arbeit hinein, wo ich früher nur zugesehen habe.",
      ],
      howFar,
    ),
  },
  "concord-readiness-client": {
    title: "Bevor es losgeht",
    instruction: "Wie komme ich in diese Therapie? Gemischte Gefühle sind hier willkommen.",
    items: worded(
      [
        "Ich habe ein Bild davon, was anders werden soll.",
        "Ich kann mir vorstellen, dass mir jemand dabei hilft.",
        "Ich bin bereit, meinen eigenen Anteil daran anzusehen.",
        "Ich bin hier, weil andere es wollen, mehr als weil ich es will.",
        "Ich glaube, dass es besser werden kann.",
      ],
      howFar,
      "Was sollte die Therapeut:in für einen guten Anfang wissen?",
    ),
  },
  "concord-social-network-client": {
    title: "Die Menschen um mich herum",
    instruction:
      "Familie, Freundschaften, Nachbarschaft, Arbeit oder Schule: alle, die für mich zählen. Wie ist es zurzeit?",
    items: worded(
      [
        "Es gibt jemanden, den ich nachts anrufen könnte.",
        "Ich sehe die Menschen, die für mich zählen, so oft, wie ich möchte.",
        "Mit den Menschen um mich herum kann ich lachen.",
        "Ich fühle mich allein, auch unter Menschen.",
        "Was ich gebe und was ich bekomme, ist im Gleichgewicht.",
      ],
      howFar,
    ),
  },
  "concord-perfectionism-client": {
    title: "Was ich von mir verlange",
    instruction: "Die Zahl wählen, die am besten dazu passt, wie ich meistens bin.",
    items: worded(
      [
        "Wenn ich etwas anfange, soll es ausgezeichnet werden.",
        "Ich stecke mehr Arbeit in Dinge, als nötig wäre.",
        "Ich bemerke sofort, was an dem, was ich gemacht habe, besser sein könnte.",
        "Ich kann etwas halb gut lassen und mit dem Nächsten weitermachen.",
        "Ein Fehler kann mir einen ganzen Tag verderben.",
        "Lob gleitet an mir ab; was ich falsch gemacht habe, bleibt.",
        "Wenn andere wüssten, wie oft ich nicht genüge, würden sie weniger von mir halten.",
        "Wenn etwas schiefgeht, rede ich mit mir wie mit guten Freund:innen.",
      ],
      howFar,
    ),
  },
  "concord-attachment-client": {
    title: "Nahe Beziehungen",
    instruction:
      "Es geht um die Menschen, die mir am nächsten sind: Partnerschaft, Familie, gute Freundschaften. Die Zahl wählen, die am besten dazu passt, wie es meistens ist.",
    items: worded(
      [
        "Wenn jemand, der mir nahe ist, still wird, frage ich mich bald, was ich getan habe.",
        "Wenn ich verletzt bin, sorge ich dafür, dass es niemand merkt.",
        "Nach einem Abschied bin ich unruhig, bis ich wieder von der anderen Person gehört habe.",
        "Wenn mir jemand sehr nahe kommen will, habe ich auf einmal viel zu tun.",
        "Eine knappe Nachricht von jemandem, den ich liebe, beschäftigt mich stundenlang.",
        "Was mich belastet, trage ich besser allein.",
        "Nach einem Streit vertraue ich darauf, dass wir wieder zueinander finden.",
        "Es tut mir gut, mich an jemanden anzulehnen.",
      ],
      howFar,
    ),
  },
  "concord-attachment-to-therapist-client": {
    title: "Sie und Ihre Therapeut:in",
    instruction:
      "Was immer Sie Ihrer Therapeut:in gegenüber fühlen: Andere haben es auch gefühlt. Wie ist es jetzt für Sie?",
    items: worded(
      [
        "Nach einer schweren Woche gibt mir der Gedanke an unsere nächste Sitzung Halt.",
        "Ich lege vorher fest, was meine Therapeut:in nicht hören soll.",
        "Wenn eine Sitzung endet, suche ich Gründe, noch etwas zu bleiben.",
        "Mit meiner Therapeut:in im Rücken traue ich mich hinzusehen, wo ich früher weggesehen habe.",
        "Ich bin erleichtert, wenn das Gespräch von mir wegführt.",
        "Zwischen den Sitzungen sind meine Gedanken öfter bei meiner Therapeut:in, als mir lieb ist.",
        "Wenn zwischen uns etwas schiefginge, würden wir einen Weg hindurch finden.",
        "Ich halte mir einen Ausweg offen, falls meine Therapeut:in mir zu nahe kommt.",
        "Wenn meine Therapeut:in eine Sitzung absagt, fühle ich mich fallen gelassen.",
        "Ich kann mir vorstellen, was meine Therapeut:in sagen würde, und das hilft.",
        "Was ich meiner Therapeut:in zeige, könnte gegen mich verwendet werden.",
        "Der Gedanke, dass die Therapie eines Tages endet, macht mir Angst.",
        "Wenn ich nicht weiterweiß, sieht meine Therapeut:in weiter als ich.",
        "Meine Therapeut:in kann aushalten, was mir zu viel ist.",
      ],
      howFar,
    ),
  },
  "concord-cohesion-member": {
    title: "Wie war die Gruppe heute?",
    instruction: "Es geht um die Gruppe als Ganzes, in der Sitzung, die gerade war.",
    items: worded(
      [
        "Ich habe meinen Platz in dieser Gruppe.",
        "Wenn jemand von uns einen schweren Moment hatte, waren die anderen da.",
        "In dieser Gruppe konnte ich sagen, was ich anderswo nicht sagen würde.",
        "Ich fühlte mich heute unter den anderen wie ein Gast.",
        "Wir haben gemeinsam an dem gearbeitet, wofür wir gekommen sind.",
        "Wir konnten auch verschiedener Meinung sein.",
      ],
      howFar,
      "Gibt es zu heute noch etwas zu sagen?",
    ),
  },
  "concord-round-robin-member": {
    title: "Die anderen in der Gruppe",
    instruction: "Wie sehe ich diese Person zurzeit? Das erste Gefühl genügt.",
    items: worded(
      [
        "Ich fühle mich dieser Person nahe.",
        "Diese Person würde mir in der Gruppe fehlen.",
        "Was diese Person sagt, verändert, wie es in der Gruppe weitergeht.",
        "Die anderen richten sich nach dieser Person.",
      ],
      howFar,
    ),
  },
};
