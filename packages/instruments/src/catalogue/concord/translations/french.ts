import { type Anchors, worded } from "../own-form.ts";
import type { Translations } from "./translation.ts";

const howFar: Anchors = { 1: "pas du tout", 4: "en partie", 7: "tout à fait" };

/** French. Adults are addressed with vous; children and adolescents with tu; forms for both without either. */
export const french: Translations = {
  language: "fr",
  "concord-alliance-session-client-adult": {
    title: "Comment s’est passée la séance d’aujourd’hui ?",
    instruction:
      "Pensez à la séance que vous venez d’avoir. Il n’y a pas de bonnes réponses. Choisissez le nombre qui s’en rapproche le plus.",
    items: worded(
      [
        "Aujourd’hui, j’ai pu être moi-même avec mon/ma thérapeute.",
        "Aujourd’hui, il y avait de la chaleur entre mon/ma thérapeute et moi.",
        "Ce que nous avons fait aujourd’hui avait du sens pour moi.",
        "J’ai pris une part active à ce que nous avons fait aujourd’hui.",
        "Aujourd’hui, il s’agissait de quelque chose qui compte dans ma vie.",
        "Aujourd’hui, mon/ma thérapeute et moi allions vers la même chose.",
      ],
      howFar,
      "Y a-t-il quelque chose que vous aimeriez dire sur aujourd’hui ?",
    ),
  },
  "concord-rupture-client": {
    title: "Entre mon/ma thérapeute et moi",
    instruction: "Il y a des moments de tension dans toute bonne thérapie. En parler aide souvent.",
    items: {
      i01: {
        text: "Y a-t-il eu aujourd’hui un moment où quelque chose semblait tendu, distant ou mal compris entre mon/ma thérapeute et moi ?",
        anchors: { 0: "non", 1: "peut-être", 2: "oui" },
      },
      i02: {
        text: "Quelle en était la force ?",
        anchors: { 1: "à peine sensible", 2: "légère", 3: "sensible", 4: "forte", 5: "très forte" },
      },
      i03: {
        text: "En avons-nous parlé ?",
        anchors: { 1: "pas du tout", 2: "en passant", 3: "un peu", 4: "assez", 5: "ouvertement et à fond" },
      },
      i04: {
        text: "Est-ce que cela va de nouveau bien entre nous ?",
        anchors: { 1: "pas du tout", 2: "un peu", 3: "à moitié", 4: "en grande partie", 5: "tout à fait" },
      },
      i05: { text: "Que s’est-il passé, avec mes mots à moi ?" },
    },
  },
  "concord-alliance-session-client-adolescent": {
    title: "C’était comment aujourd’hui ?",
    instruction:
      "Seulement pour aujourd’hui. Dis comment c’était pour toi, bien ou pas bien. Rien ici ne t’attirera des ennuis.",
    items: worded(
      [
        "Aujourd’hui, j’ai pu être vraiment moi avec mon/ma thérapeute.",
        "Aujourd’hui, je me sentais bien avec mon/ma thérapeute.",
        "J’ai compris pourquoi on a fait ce qu’on a fait aujourd’hui.",
        "La façon dont on a fait les choses aujourd’hui m’a convenu.",
        "On a parlé de trucs qui comptent pour moi.",
        "Mon/ma thérapeute et moi, on veut que la même chose aille mieux.",
        "J’ai dit ce que je pense vraiment.",
        "J’attendais juste que ce soit fini.",
        "Mon/ma thérapeute a remarqué comment j’allais aujourd’hui.",
        "Quand j’avais besoin que quelque chose change, mon/ma thérapeute a suivi.",
      ],
      { 1: "non", 2: "un peu", 3: "moitié-moitié", 4: "en grande partie", 5: "oui, tout à fait" },
      "As-tu quelque chose à dire ?",
    ),
  },
  "concord-alliance-session-client-child": {
    title: "C’était comment aujourd’hui ?",
    instruction:
      "La personne qui t’aide, c’est l’adulte avec qui tu viens ici parler et jouer. Touche le visage qui te ressemble le plus.",
    items: worded(
      [
        "La personne qui m’aide a été gentille avec moi.",
        "C’était bien d’être avec la personne qui m’aide.",
        "J’ai pu dire ce que je voulais dire.",
        "J’ai participé aujourd’hui.",
        "Je veux essayer quelque chose d’aujourd’hui à la maison.",
      ],
      { 1: "non", 2: "pas vraiment", 3: "un peu", 4: "oui", 5: "oui, beaucoup" },
    ),
  },
  "concord-alliance-session-caregiver": {
    title: "Comment se passe la thérapie, de votre point de vue ?",
    instruction:
      "Pensez aux dernières semaines. « Mon enfant » désigne l’enfant ou l’adolescent·e dont vous vous occupez. Il n’y a pas de bonnes réponses.",
    items: worded(
      [
        "Mon enfant est à l’aise avec son ou sa thérapeute.",
        "Je me sens bien accueilli·e quand je parle avec le ou la thérapeute.",
        "Je comprends pourquoi le ou la thérapeute et mon enfant font ce qu’ils font.",
        "Je sais comment je peux aider à la maison.",
        "Le ou la thérapeute et moi voulons les mêmes choses pour mon enfant.",
        "La thérapie aborde ce qui est difficile pour mon enfant dans la vie de tous les jours.",
      ],
      howFar,
      "Y a-t-il quelque chose que le ou la thérapeute devrait savoir ?",
    ),
  },
  "concord-alliance-full-client": {
    title: "Comment travaillez-vous avec votre thérapeute ?",
    instruction:
      "Pensez aux dernières semaines de thérapie. Choisissez le nombre qui s’en rapproche le plus.",
    items: worded(
      [
        "Je peux être moi-même avec mon/ma thérapeute.",
        "Il y a de la chaleur entre mon/ma thérapeute et moi.",
        "Je peux apporter un sujet difficile à mon/ma thérapeute et je sais qu’il est en de bonnes mains.",
        "Je pèse mes mots, parce que je ne sais pas bien comment mon/ma thérapeute les prend.",
        "Je comprends pourquoi nous travaillons comme nous le faisons.",
        "Je prends une part active à ce que nous faisons pendant les séances.",
        "Ce que nous faisons pendant les séances continue à travailler en moi pendant la semaine.",
        "Nous passons du temps sur des choses qui ne me font pas avancer.",
        "Je pourrais dire en quelques mots vers quoi nous travaillons.",
        "Nous allons vers la même chose.",
        "Ce vers quoi nous travaillons vient de moi.",
        "Mon/ma thérapeute a autre chose en tête pour moi que ce que je veux.",
      ],
      howFar,
    ),
  },
  "concord-session-depth-client": {
    title: "Jusqu’où la séance d’aujourd’hui est-elle allée ?",
    instruction:
      "Toutes les séances n’ont pas à aller en profondeur. Il faut choisir le nombre qui s’en rapproche le plus.",
    items: worded(
      [
        "Aujourd’hui, nous avons approché quelque chose qui compte.",
        "J’ai vu quelque chose de moi sous un jour nouveau.",
        "Nous avons tourné autour de ce qui me touche vraiment.",
        "Quelque chose d’aujourd’hui me restera.",
      ],
      howFar,
    ),
  },
  "concord-conditions-client": {
    title: "Comment est mon/ma thérapeute avec moi ?",
    instruction: "Il s’agit des dernières séances. Il faut choisir le nombre qui s’en rapproche le plus.",
    items: worded(
      [
        "Mon/ma thérapeute saisit ce que je veux dire, même quand je ne trouve pas les mots.",
        "Mon/ma thérapeute sent comment sont les choses pour moi.",
        "Mon/ma thérapeute entend les mots, mais passe à côté de ce que c’est pour moi.",
        "Ce que dit mon/ma thérapeute et sa manière d’être vont ensemble.",
        "Quand je pose une question directe à mon/ma thérapeute, je reçois une réponse honnête.",
        "Mon/ma thérapeute joue un rôle avec moi.",
        "Mon/ma thérapeute aime travailler avec moi.",
        "J’ai ma place auprès de mon/ma thérapeute les mauvais jours autant que les bons.",
        "J’ai le sentiment que mon/ma thérapeute m’estime moins à cause de ce que je fais.",
      ],
      howFar,
    ),
  },
  "concord-distance-client": {
    title: "Près ou loin ?",
    instruction:
      "Chaque personne a besoin de plus ou moins de proximité, et pas toujours de la même. Comment est-ce pour vous maintenant ?",
    items: worded(
      [
        "En ce moment, mon/ma thérapeute s’approche plus que je ne le veux.",
        "J’aurais besoin de plus de la part de mon/ma thérapeute que ce que je reçois.",
        "Je trouve par moi-même des réponses que j’attendais avant de mon/ma thérapeute.",
        "Je laisse mon/ma thérapeute voir plus de moi qu’au début.",
        "Mon/ma thérapeute veut que je m’ouvre plus vite que je ne le peux.",
        "Mon/ma thérapeute me semble hors d’atteinte.",
        "Je supporte un temps plus long entre les séances qu’avant.",
        "J’ai commencé à dire à mon/ma thérapeute des choses que je gardais pour moi.",
        "Après une séance, j’ai besoin de m’éloigner tant c’était proche.",
        "Mon/ma thérapeute s’en tient à son rôle quand j’aurais besoin de la personne.",
        "J’entends ma propre voix plus clairement qu’avant dans nos échanges.",
        "Je me sens attiré·e dans le travail, alors qu’avant je ne faisais que regarder.",
      ],
      howFar,
    ),
  },
  "concord-readiness-client": {
    title: "Avant de commencer",
    instruction: "Comment est-ce que j’aborde cette thérapie ? Les sentiments partagés sont bienvenus ici.",
    items: worded(
      [
        "J’ai une image de ce que j’aimerais voir changer.",
        "Je peux imaginer que quelqu’un m’aide pour cela.",
        "Je veux bien regarder la part que j’y ai.",
        "Je suis ici parce que d’autres le veulent, plus que parce que je le veux.",
        "Je pense que cela peut aller mieux.",
      ],
      howFar,
      "Que devrait savoir mon/ma thérapeute pour bien commencer ?",
    ),
  },
  "concord-social-network-client": {
    title: "Les gens autour de moi",
    instruction:
      "Famille, amis et amies, voisinage, collègues : toutes les personnes qui comptent pour moi. Comment est-ce en ce moment ?",
    items: worded(
      [
        "Il y a quelqu’un que je pourrais appeler la nuit.",
        "Je vois les gens qui comptent pour moi aussi souvent que je le voudrais.",
        "Avec les gens autour de moi, je peux rire.",
        "Je me sens seul·e, même au milieu des gens.",
        "Ce que je donne et ce que je reçois s’équilibrent.",
      ],
      howFar,
    ),
  },
  "concord-perfectionism-client": {
    title: "Ce que je me demande à moi-même",
    instruction: "Il faut choisir le nombre qui se rapproche le plus de ma façon d’être habituelle.",
    items: worded(
      [
        "Quand je me charge de quelque chose, je veux que ce soit excellent.",
        "Je mets plus de travail dans les choses qu’il n’en faudrait.",
        "Je remarque tout de suite ce qui pourrait être mieux dans ce que j’ai fait.",
        "Je peux laisser une chose à moitié réussie et passer à la suivante.",
        "Une seule erreur peut me gâcher une journée entière.",
        "Les compliments glissent sur moi ; ce que j’ai mal fait reste.",
        "Si les autres savaient combien de fois je ne suis pas à la hauteur, ils m’estimeraient moins.",
        "Quand quelque chose va mal, je me parle comme je parlerais à un ami ou une amie.",
      ],
      howFar,
    ),
  },
  "concord-attachment-client": {
    title: "Les relations proches",
    instruction:
      "Il s’agit des personnes les plus proches : couple, famille, bonnes amitiés. Il faut choisir le nombre qui se rapproche le plus de ce qui est habituel.",
    items: worded(
      [
        "Quand une personne proche devient silencieuse, je me demande vite ce que j’ai fait.",
        "Quand je souffre, je fais en sorte que personne ne le remarque.",
        "Après une séparation, je suis mal à l’aise jusqu’à ce que j’aie des nouvelles de l’autre personne.",
        "Si quelqu’un veut devenir très proche, je me trouve beaucoup de choses à faire.",
        "Un message sec d’une personne que j’aime me reste en tête pendant des heures.",
        "Ce qui me pèse, je le porte mieux sans personne.",
        "Après une dispute, j’ai confiance que nous nous retrouverons.",
        "Cela me fait du bien de m’appuyer sur quelqu’un.",
      ],
      howFar,
    ),
  },
  "concord-attachment-to-therapist-client": {
    title: "Vous et votre thérapeute",
    instruction:
      "Quoi que vous ressentiez envers votre thérapeute, d’autres l’ont aussi ressenti. Comment est-ce pour vous maintenant ?",
    items: worded(
      [
        "Après une semaine difficile, penser à notre prochaine séance me stabilise.",
        "Je décide à l’avance de ce que mon/ma thérapeute ne doit pas entendre.",
        "Quand une séance se termine, je cherche des raisons de rester un peu plus.",
        "Avec mon/ma thérapeute derrière moi, j’ose regarder là où je détournais les yeux.",
        "Je suis soulagé·e quand la conversation s’éloigne de moi.",
        "Entre les séances, mes pensées vont à mon/ma thérapeute plus que je ne le voudrais.",
        "Si quelque chose allait mal entre nous, nous trouverions un moyen de le traverser.",
        "Je garde une issue ouverte au cas où mon/ma thérapeute s’approcherait trop.",
        "Quand mon/ma thérapeute annule une séance, j’ai le sentiment qu’on me laisse tomber.",
        "Je peux imaginer ce que dirait mon/ma thérapeute, et cela m’aide.",
        "Ce que je montre à mon/ma thérapeute pourrait se retourner contre moi.",
        "L’idée que la thérapie finira un jour me fait peur.",
        "Quand je ne sais plus quoi faire, mon/ma thérapeute voit plus loin que moi.",
        "Mon/ma thérapeute peut supporter ce qui est trop lourd pour moi.",
      ],
      howFar,
    ),
  },
  "concord-cohesion-member": {
    title: "Comment était le groupe aujourd’hui ?",
    instruction: "Il s’agit du groupe dans son ensemble, pendant la séance qui vient de se terminer.",
    items: worded(
      [
        "J’ai ma place dans ce groupe.",
        "Quand l’un·e de nous a eu un moment difficile, les autres étaient là.",
        "Dans ce groupe, j’ai pu dire ce que je ne dirais pas ailleurs.",
        "Aujourd’hui, je me sentais comme en visite parmi les autres.",
        "Nous avons travaillé ensemble à ce pour quoi nous sommes là.",
        "Nous pouvions aussi être d’avis différents.",
      ],
      howFar,
      "Y a-t-il quelque chose à dire sur aujourd’hui ?",
    ),
  },
  "concord-round-robin-member": {
    title: "Les autres dans le groupe",
    instruction: "Comment est-ce que je vois cette personne en ce moment ? La première impression suffit.",
    items: worded(
      [
        "Je me sens proche de cette personne.",
        "Cette personne me manquerait dans le groupe.",
        "Ce que dit cette personne change la suite dans le groupe.",
        "Les autres suivent cette personne.",
      ],
      howFar,
    ),
  },
};
