import { type Anchors, worded } from "../own-form.ts";
import type { Translations } from "./translation.ts";

const howFar: Anchors = { 1: "per niente", 4: "in parte", 7: "completamente" };

/** Italian. Adults are addressed with Lei; children and adolescents with tu; forms for both without either. */
export const italian: Translations = {
  language: "it",
  "concord-alliance-session-client-adult": {
    title: "Com’è andata la seduta di oggi?",
    instruction:
      "Pensi alla seduta che ha appena avuto. Non ci sono risposte giuste. Scelga il numero che si avvicina di più.",
    items: worded(
      [
        "Oggi ho potuto essere me con il/la terapeuta.",
        "Oggi c’era calore tra il/la terapeuta e me.",
        "Quello che abbiamo fatto oggi aveva senso per me.",
        "Oggi ho preso parte attiva a quello che abbiamo fatto.",
        "Oggi si è trattato di qualcosa che conta nella mia vita.",
        "Oggi il/la terapeuta e io andavamo verso la stessa cosa.",
      ],
      howFar,
      "C’è qualcosa che vorrebbe dire su oggi?",
    ),
  },
  "concord-rupture-client": {
    title: "Tra il/la terapeuta e me",
    instruction: "Momenti di tensione ci sono in ogni buona terapia. Parlarne spesso aiuta.",
    items: {
      i01: {
        text: "Oggi c’è stato un momento in cui tra il/la terapeuta e me qualcosa era teso, distante o frainteso?",
        anchors: { 0: "no", 1: "forse", 2: "sì" },
      },
      i02: {
        text: "Quanto è stato forte?",
        anchors: { 1: "appena percepibile", 2: "lieve", 3: "percepibile", 4: "forte", 5: "molto forte" },
      },
      i03: {
        text: "Ne abbiamo parlato?",
        anchors: {
          1: "per niente",
          2: "di passaggio",
          3: "un po’",
          4: "abbastanza",
          5: "apertamente e a fondo",
        },
      },
      i04: {
        text: "Va di nuovo bene tra noi?",
        anchors: { 1: "per niente", 2: "un po’", 3: "a metà", 4: "in gran parte", 5: "del tutto" },
      },
      i05: { text: "Che cosa è successo, con parole mie?" },
    },
  },
  "concord-alliance-session-client-adolescent": {
    title: "Com’è andata oggi?",
    instruction: "Solo su oggi. Di’ com’è stato per te, bene o male. Niente di questo ti metterà nei guai.",
    items: worded(
      [
        "Oggi ho potuto essere davvero me con il/la terapeuta.",
        "Oggi stavo bene con il/la terapeuta.",
        "Ho capito perché oggi abbiamo fatto quello che abbiamo fatto.",
        "Il modo in cui abbiamo fatto le cose oggi andava bene per me.",
        "Abbiamo parlato di cose che per me contano.",
        "Il/la terapeuta e io vogliamo che migliori la stessa cosa.",
        "Ho detto quello che penso davvero.",
        "Aspettavo solo che finisse.",
        "Il/la terapeuta ha notato come stavo oggi.",
        "Quando mi serviva che qualcosa fosse diverso, il/la terapeuta ne ha tenuto conto.",
      ],
      { 1: "no", 2: "un po’", 3: "metà e metà", 4: "per lo più", 5: "sì, del tutto" },
      "Vuoi dire qualcosa?",
    ),
  },
  "concord-alliance-session-client-child": {
    title: "Com’è andata oggi?",
    instruction:
      "La persona che ti aiuta è la persona adulta con cui vieni qui a parlare e a giocare. Tocca la faccia che ti somiglia di più.",
    items: worded(
      [
        "La persona che mi aiuta è stata gentile con me.",
        "È stato bello stare con la persona che mi aiuta.",
        "Ho potuto dire quello che volevo dire.",
        "Oggi ho partecipato.",
        "Voglio provare a casa qualcosa di oggi.",
      ],
      { 1: "no", 2: "non proprio", 3: "un po’", 4: "sì", 5: "sì, molto" },
    ),
  },
  "concord-alliance-session-caregiver": {
    title: "Come va la terapia, dal Suo punto di vista?",
    instruction:
      "Pensi alle ultime settimane. «Mio figlio o mia figlia» è il bambino, la bambina o l’adolescente di cui si prende cura. Non ci sono risposte giuste.",
    items: worded(
      [
        "Mio figlio o mia figlia si sente a suo agio con il/la terapeuta.",
        "Trovo una buona accoglienza quando parlo con il/la terapeuta.",
        "Capisco perché il/la terapeuta e mio figlio o mia figlia fanno quello che fanno.",
        "So come posso aiutare a casa.",
        "Il/la terapeuta e io vogliamo le stesse cose per mio figlio o mia figlia.",
        "La terapia affronta quello che per mio figlio o mia figlia è difficile nella vita di tutti i giorni.",
      ],
      howFar,
      "C’è qualcosa che vorrebbe far sapere al/alla terapeuta?",
    ),
  },
  "concord-alliance-full-client": {
    title: "Come lavorate insieme Lei e il/la terapeuta?",
    instruction: "Pensi alle ultime settimane di terapia. Scelga il numero che si avvicina di più.",
    items: worded(
      [
        "Posso essere me con il/la terapeuta.",
        "C’è calore tra il/la terapeuta e me.",
        "Posso portare un argomento difficile al/alla terapeuta e so che è in buone mani.",
        "Peso le parole, perché non so bene come le prende il/la terapeuta.",
        "Capisco perché lavoriamo nel modo in cui lavoriamo.",
        "Prendo parte attiva a quello che facciamo nelle sedute.",
        "Quello che facciamo nelle sedute continua a lavorare in me durante la settimana.",
        "Passiamo tempo su cose che non mi portano da nessuna parte.",
        "Potrei dire in poche parole verso che cosa lavoriamo.",
        "Andiamo verso la stessa cosa.",
        "Ciò verso cui lavoriamo viene da me.",
        "Il/la terapeuta ha in mente per me qualcosa di diverso da quello che voglio io.",
      ],
      howFar,
    ),
  },
  "concord-session-depth-client": {
    title: "Fin dove è arrivata la seduta di oggi?",
    instruction: "Non ogni seduta deve andare in profondità. Va scelto il numero che si avvicina di più.",
    items: worded(
      [
        "Oggi la seduta si è avvicinata a qualcosa che conta.",
        "Ho visto qualcosa di me in una luce nuova.",
        "Abbiamo girato intorno a ciò che mi tocca davvero.",
        "Qualcosa di oggi mi resterà.",
      ],
      howFar,
    ),
  },
  "concord-conditions-client": {
    title: "Com’è il/la terapeuta con me?",
    instruction: "Si tratta delle ultime sedute. Va scelto il numero che si avvicina di più.",
    items: worded(
      [
        "Il/la terapeuta coglie quello che intendo, anche quando non trovo le parole.",
        "Il/la terapeuta percepisce come sono le cose per me.",
        "Il/la terapeuta sente le parole, ma non coglie com’è per me.",
        "Quello che il/la terapeuta dice e come appare vanno d’accordo.",
        "Quando chiedo qualcosa direttamente al/alla terapeuta, ricevo una risposta sincera.",
        "Il/la terapeuta recita una parte con me.",
        "Il/la terapeuta lavora volentieri con me.",
        "Ho un posto presso il/la terapeuta nei giorni brutti quanto in quelli belli.",
        "Ho la sensazione che il/la terapeuta mi stimi di meno per quello che faccio.",
      ],
      howFar,
    ),
  },
  "concord-distance-client": {
    title: "Quanto vicino, quanto lontano?",
    instruction:
      "Le persone hanno bisogno di una vicinanza diversa, e non sempre della stessa. Com’è per Lei adesso?",
    items: worded(
      [
        "In questo momento il/la terapeuta si avvicina più di quanto voglio.",
        "Avrei bisogno dal/dalla terapeuta di più di quello che ricevo.",
        "Trovo da me risposte che prima aspettavo dal/dalla terapeuta.",
        "Lascio che il/la terapeuta veda di me più che all’inizio.",
        "Il/la terapeuta vuole che mi apra più in fretta di quanto posso.",
        "Il/la terapeuta mi sembra irraggiungibile.",
        "Riesco a reggere una pausa tra le sedute più lunga di prima.",
        "Ho cominciato a dire al/alla terapeuta cose che avevo tenuto per me.",
        "Dopo una seduta ho bisogno di allontanarmi da quanto è stata vicina.",
        "Il/la terapeuta resta nel ruolo quando avrei bisogno della persona.",
        "Nei nostri colloqui sento la mia voce più chiaramente di prima.",
        "Sento che il lavoro mi attira, mentre prima stavo a guardare.",
      ],
      howFar,
    ),
  },
  "concord-readiness-client": {
    title: "Prima di iniziare",
    instruction: "Come arrivo a questa terapia? Qui i sentimenti contrastanti sono benvenuti.",
    items: worded(
      [
        "Ho un’immagine di ciò che vorrei fosse diverso.",
        "Posso immaginare che qualcuno mi aiuti in questo.",
        "Voglio guardare la parte che ho io in questo.",
        "Sono qui perché lo vogliono altre persone, più che perché lo voglio io.",
        "Penso che possa andare meglio.",
      ],
      howFar,
      "Che cosa dovrebbe sapere il/la terapeuta per iniziare bene?",
    ),
  },
  "concord-social-network-client": {
    title: "Le persone intorno a me",
    instruction:
      "Famiglia, amicizie, vicinato, colleghi e colleghe: tutte le persone che contano per me. Com’è in questo momento?",
    items: worded(
      [
        "C’è qualcuno che potrei chiamare di notte.",
        "Vedo le persone che contano per me quanto vorrei.",
        "Con le persone intorno a me posso ridere.",
        "Sento solitudine, anche in mezzo alla gente.",
        "Quello che do e quello che ricevo sono in equilibrio.",
      ],
      howFar,
    ),
  },
  "concord-perfectionism-client": {
    title: "Quello che pretendo da me",
    instruction: "Va scelto il numero che si avvicina di più a come sono di solito.",
    items: worded(
      [
        "Quando mi prendo un impegno, voglio che riesca in modo eccellente.",
        "Metto nelle cose più lavoro di quanto servirebbe.",
        "Noto subito che cosa potrebbe essere migliore in ciò che ho fatto.",
        "Posso lasciare una cosa riuscita solo a metà e passare alla prossima.",
        "Un solo errore può rovinarmi un’intera giornata.",
        "I complimenti mi scivolano addosso; quello che ho sbagliato resta.",
        "Se le altre persone sapessero quanto spesso non sono all’altezza, mi stimerebbero di meno.",
        "Quando qualcosa va male, parlo con me come parlerei con un amico o un’amica.",
      ],
      howFar,
    ),
  },
  "concord-attachment-client": {
    title: "Vicino alle altre persone",
    instruction:
      "Si tratta delle persone più vicine: coppia, famiglia, buone amicizie. Va scelto il numero che si avvicina di più a com’è di solito.",
    items: worded(
      [
        "Quando una persona vicina a me si fa silenziosa, presto mi chiedo che cosa ho fatto.",
        "Quando sto male, faccio in modo che nessuno se ne accorga.",
        "Dopo un distacco provo inquietudine finché non ho notizie dell’altra persona.",
        "Se qualcuno vuole avvicinarsi molto, mi trovo con molte cose da fare.",
        "Un messaggio brusco di una persona che amo mi resta dentro per ore.",
        "Ciò che mi pesa lo porto meglio senza nessuno.",
        "Dopo un litigio ho fiducia che ci ritroveremo.",
        "Mi fa bene appoggiarmi a qualcuno.",
      ],
      howFar,
    ),
  },
  "concord-attachment-to-therapist-client": {
    title: "Lei e il/la terapeuta",
    instruction:
      "Qualunque cosa provi verso il/la terapeuta, anche altre persone l’hanno provata. Com’è per Lei adesso?",
    items: worded(
      [
        "Dopo una settimana difficile, il pensiero della prossima seduta mi dà stabilità.",
        "Decido in anticipo che cosa il/la terapeuta non deve sentire.",
        "Quando una seduta finisce, cerco motivi per restare ancora un po’.",
        "Con il/la terapeuta alle spalle, ho il coraggio di guardare dove prima distoglievo lo sguardo.",
        "Provo sollievo quando il discorso si allontana da me.",
        "Tra una seduta e l’altra i miei pensieri sono con il/la terapeuta più di quanto vorrei.",
        "Se qualcosa andasse male tra noi, troveremmo un modo per superarlo.",
        "Mi lascio aperta una via d’uscita nel caso il/la terapeuta si avvicini troppo.",
        "Quando il/la terapeuta annulla una seduta, sento che mi lascia cadere.",
        "Posso richiamare alla mente che cosa direbbe il/la terapeuta, e mi aiuta.",
        "Quello che mostro al/alla terapeuta potrebbe essere usato contro di me.",
        "Il pensiero che un giorno la terapia finirà mi spaventa.",
        "Quando non so come andare avanti, il/la terapeuta vede più lontano di me.",
        "Il/la terapeuta riesce a sopportare ciò che per me è troppo.",
      ],
      howFar,
    ),
  },
  "concord-cohesion-member": {
    title: "Com’è stato il gruppo oggi?",
    instruction: "Si tratta del gruppo nel suo insieme, nella seduta appena conclusa.",
    items: worded(
      [
        "Ho il mio posto in questo gruppo.",
        "Quando qualcuno di noi ha avuto un momento difficile, le altre persone c’erano.",
        "In questo gruppo ho potuto dire quello che altrove non direi.",
        "Oggi mi sembrava di essere in visita tra le altre persone.",
        "Abbiamo lavorato insieme a ciò per cui siamo qui.",
        "Abbiamo potuto anche essere di pareri diversi.",
      ],
      howFar,
      "C’è qualcosa da dire su oggi?",
    ),
  },
  "concord-round-robin-member": {
    title: "Le altre persone del gruppo",
    instruction: "Come vedo questa persona in questo momento? Basta la prima sensazione.",
    items: worded(
      [
        "Sento vicinanza con questa persona.",
        "Questa persona mi mancherebbe nel gruppo.",
        "Quello che dice questa persona cambia come va avanti il gruppo.",
        "Le altre persone seguono questa persona.",
      ],
      howFar,
    ),
  },
};
