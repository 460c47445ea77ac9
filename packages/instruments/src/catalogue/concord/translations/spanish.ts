import { type Anchors, worded } from "../own-form.ts";
import type { Translations } from "./translation.ts";

const howFar: Anchors = { 1: "nada", 4: "en parte", 7: "completamente" };

/** Spanish. Adults are addressed with usted; children and adolescents with tú; forms for both without either. */
export const spanish: Translations = {
  language: "es",
  "concord-alliance-session-client-adult": {
    title: "¿Cómo ha sido la sesión de hoy?",
    instruction:
      "Piense en la sesión que acaba de tener. No hay respuestas correctas. Elija el número que más se acerque.",
    items: worded(
      [
        "Hoy he podido ser yo con mi terapeuta.",
        "Hoy ha habido calidez entre mi terapeuta y yo.",
        "Lo que hemos hecho hoy tenía sentido para mí.",
        "Hoy he participado de forma activa en lo que hemos hecho.",
        "Hoy se ha tratado de algo que es importante en mi vida.",
        "Hoy mi terapeuta y yo íbamos hacia lo mismo.",
      ],
      howFar,
      "¿Hay algo que quiera decir sobre hoy?",
    ),
  },
  "concord-rupture-client": {
    title: "Entre mi terapeuta y yo",
    instruction: "En toda buena terapia hay momentos de tensión. Hablar de ellos suele ayudar.",
    items: {
      i01: {
        text: "¿Ha habido hoy algún momento en que algo se sintiera tenso, distante o malentendido entre mi terapeuta y yo?",
        anchors: { 0: "no", 1: "quizá", 2: "sí" },
      },
      i02: {
        text: "¿Qué intensidad tuvo?",
        anchors: { 1: "apenas se notó", 2: "leve", 3: "se notó", 4: "fuerte", 5: "muy fuerte" },
      },
      i03: {
        text: "¿Hemos hablado de ello?",
        anchors: { 1: "nada", 2: "de pasada", 3: "un poco", 4: "bastante", 5: "abiertamente y a fondo" },
      },
      i04: {
        text: "¿Estamos bien otra vez?",
        anchors: { 1: "nada", 2: "un poco", 3: "a medias", 4: "en gran parte", 5: "del todo" },
      },
      i05: { text: "¿Qué ha pasado, en palabras propias?" },
    },
  },
  "concord-alliance-session-client-adolescent": {
    title: "¿Cómo ha ido hoy?",
    instruction:
      "Solo sobre hoy. Di cómo ha sido para ti, bueno o malo. Nada de esto te va a traer problemas.",
    items: worded(
      [
        "Hoy he podido ser yo de verdad con mi terapeuta.",
        "Hoy he estado bien con mi terapeuta.",
        "He entendido por qué hemos hecho hoy lo que hemos hecho.",
        "La forma en que hemos hecho las cosas hoy me ha servido.",
        "Hemos hablado de cosas que me importan.",
        "Mi terapeuta y yo queremos que mejore lo mismo.",
        "He dicho lo que pienso de verdad.",
        "Solo estaba esperando a que se acabara.",
        "Mi terapeuta se ha dado cuenta de cómo estaba yo hoy.",
        "Cuando he necesitado que algo fuera distinto, mi terapeuta lo ha aceptado.",
      ],
      { 1: "no", 2: "un poco", 3: "mitad y mitad", 4: "en gran parte", 5: "sí, del todo" },
      "¿Quieres decir algo más?",
    ),
  },
  "concord-alliance-session-client-child": {
    title: "¿Cómo ha ido hoy?",
    instruction:
      "La persona que te ayuda es la persona mayor con la que vienes aquí a hablar y a jugar. Toca la cara que más se parece a ti.",
    items: worded(
      [
        "La persona que me ayuda ha sido amable conmigo.",
        "Me ha gustado estar con la persona que me ayuda.",
        "He podido decir lo que quería decir.",
        "Hoy he participado.",
        "Quiero probar en casa algo de hoy.",
      ],
      { 1: "no", 2: "no mucho", 3: "un poco", 4: "sí", 5: "sí, mucho" },
    ),
  },
  "concord-alliance-session-caregiver": {
    title: "¿Cómo va la terapia, desde su punto de vista?",
    instruction:
      "Piense en las últimas semanas. «Mi hijo o hija» es el niño, la niña o el o la adolescente que usted cuida. No hay respuestas correctas.",
    items: worded(
      [
        "Mi hijo o hija se siente a gusto con su terapeuta.",
        "Siento que me reciben bien cuando hablo con su terapeuta.",
        "Entiendo por qué su terapeuta y mi hijo o hija hacen lo que hacen.",
        "Sé cómo puedo ayudar en casa.",
        "Su terapeuta y yo queremos lo mismo para mi hijo o hija.",
        "La terapia se ocupa de lo que a mi hijo o hija le cuesta en la vida diaria.",
      ],
      howFar,
      "¿Hay algo que quiera que su terapeuta sepa?",
    ),
  },
  "concord-alliance-full-client": {
    title: "¿Cómo trabajan en conjunto usted y su terapeuta?",
    instruction: "Piense en las últimas semanas de terapia. Elija el número que más se acerque.",
    items: worded(
      [
        "Puedo ser yo con mi terapeuta.",
        "Hay calidez entre mi terapeuta y yo.",
        "Puedo contarle a mi terapeuta un tema difícil y sé que queda en buenas manos.",
        "Mido mis palabras, porque no tengo claro cómo se las toma mi terapeuta.",
        "Entiendo por qué trabajamos como trabajamos.",
        "Participo de forma activa en lo que hacemos en las sesiones.",
        "Lo que hacemos en las sesiones sigue trabajando en mí durante la semana.",
        "Dedicamos tiempo a cosas que no me llevan a ninguna parte.",
        "Podría decir en pocas palabras hacia qué trabajamos.",
        "Vamos hacia lo mismo.",
        "Aquello hacia lo que trabajamos sale de mí.",
        "Mi terapeuta tiene pensado para mí algo distinto de lo que yo quiero.",
      ],
      howFar,
    ),
  },
  "concord-session-depth-client": {
    title: "¿Hasta dónde hemos llegado hoy?",
    instruction:
      "No todas las sesiones tienen que ser profundas. Hay que elegir el número que más se acerque.",
    items: worded(
      [
        "Hoy nos hemos acercado a algo que importa.",
        "He visto algo de mí bajo una luz nueva.",
        "Hemos dado rodeos sin llegar a lo que de verdad me mueve.",
        "Algo de hoy se quedará conmigo.",
      ],
      howFar,
    ),
  },
  "concord-conditions-client": {
    title: "¿Cómo es mi terapeuta conmigo?",
    instruction: "Se trata de las últimas sesiones. Hay que elegir el número que más se acerque.",
    items: worded(
      [
        "Mi terapeuta capta lo que quiero decir, aunque no encuentre las palabras.",
        "Mi terapeuta percibe cómo son las cosas para mí.",
        "Mi terapeuta oye las palabras, pero se le escapa cómo es para mí.",
        "Lo que dice mi terapeuta y cómo se le ve encajan.",
        "Cuando le pregunto algo directamente a mi terapeuta, recibo una respuesta sincera.",
        "Mi terapeuta finge un papel conmigo.",
        "A mi terapeuta le gusta trabajar conmigo.",
        "Tengo un lugar con mi terapeuta tanto en los días malos como en los buenos.",
        "Tengo la sensación de que mi terapeuta tiene peor opinión de mí por lo que hago.",
      ],
      howFar,
    ),
  },
  "concord-distance-client": {
    title: "¿Qué cerca, qué lejos?",
    instruction:
      "Cada persona necesita una cercanía distinta, y no siempre la misma. ¿Cómo es ahora para usted?",
    items: worded(
      [
        "Mi terapeuta se acerca más de lo que quiero en este momento.",
        "Necesitaría más de mi terapeuta de lo que recibo.",
        "Encuentro por mi cuenta respuestas que antes esperaba de mi terapeuta.",
        "Dejo que mi terapeuta vea más de mí que al principio.",
        "Mi terapeuta quiere que me abra más rápido de lo que puedo.",
        "Siento a mi terapeuta fuera de mi alcance.",
        "Puedo llevar un tiempo más largo entre sesiones que antes.",
        "He empezado a contarle a mi terapeuta cosas que me había guardado.",
        "Después de una sesión necesito alejarme de lo cercana que ha sido.",
        "Mi terapeuta se queda en su papel cuando yo necesitaría a la persona.",
        "En nuestras conversaciones oigo mi propia voz con más claridad que antes.",
        "Siento que el trabajo me atrae, donde antes solo miraba.",
      ],
      howFar,
    ),
  },
  "concord-readiness-client": {
    title: "Antes de empezar",
    instruction: "¿Cómo llego a esta terapia? Aquí caben los sentimientos encontrados.",
    items: worded(
      [
        "Tengo una imagen de lo que me gustaría que fuera distinto.",
        "Me puedo imaginar que alguien me ayude con ello.",
        "Tengo disposición a mirar mi propia parte en ello.",
        "Estoy aquí porque otras personas quieren, más que porque yo quiera.",
        "Creo que puede mejorar.",
      ],
      howFar,
      "¿Qué debería saber mi terapeuta para empezar bien?",
    ),
  },
  "concord-social-network-client": {
    title: "Las personas de mi alrededor",
    instruction:
      "Familia, amistades, vecindario, compañeros y compañeras: todas las personas que cuentan para mí. ¿Cómo es en este momento?",
    items: worded(
      [
        "Hay alguien a quien podría llamar de noche.",
        "Veo a las personas que cuentan para mí tanto como me gustaría.",
        "Con las personas de mi alrededor me puedo reír.",
        "Siento soledad, incluso entre la gente.",
        "Lo que doy y lo que recibo está en equilibrio.",
      ],
      howFar,
    ),
  },
  "concord-perfectionism-client": {
    title: "Lo que me exijo",
    instruction: "Hay que elegir el número que más se acerque a cómo soy normalmente.",
    items: worded(
      [
        "Cuando me encargo de algo, quiero que sea excelente.",
        "Pongo más trabajo en las cosas del que haría falta.",
        "Noto enseguida qué podría ser mejor en lo que he hecho.",
        "Puedo dejar algo medio bien y pasar a lo siguiente.",
        "Un solo error me puede estropear todo un día.",
        "Los elogios me resbalan; lo que hice mal se queda.",
        "Si otras personas supieran cuántas veces no estoy a la altura, tendrían peor opinión de mí.",
        "Cuando algo sale mal, me hablo como le hablaría a una buena amistad.",
      ],
      howFar,
    ),
  },
  "concord-attachment-client": {
    title: "Cerca de otras personas",
    instruction:
      "Se trata de las personas más cercanas: pareja, familia, buenas amistades. Hay que elegir el número que más se acerque a cómo es normalmente.",
    items: worded(
      [
        "Cuando una persona cercana se queda callada, pronto me pregunto qué habré hecho.",
        "Cuando algo me duele, procuro que nadie lo note.",
        "Después de una despedida siento inquietud hasta que vuelvo a saber de la otra persona.",
        "Si alguien quiere acercarse mucho, resulta que tengo mucho que hacer.",
        "Un mensaje seco de alguien a quien quiero se me queda dentro durante horas.",
        "Lo que me pesa lo llevo mejor a solas.",
        "Después de una discusión confío en que volveremos a encontrarnos.",
        "Me hace bien apoyarme en alguien.",
      ],
      howFar,
    ),
  },
  "concord-attachment-to-therapist-client": {
    title: "Usted y su terapeuta",
    instruction:
      "Sea lo que sea lo que sienta hacia su terapeuta, otras personas también lo han sentido. ¿Cómo es ahora para usted?",
    items: worded(
      [
        "Después de una semana difícil, pensar en nuestra próxima sesión me da firmeza.",
        "Decido de antemano qué no debe oír mi terapeuta.",
        "Cuando termina una sesión, busco razones para quedarme un poco más.",
        "Con mi terapeuta detrás de mí, me atrevo a mirar donde antes apartaba la vista.",
        "Siento alivio cuando la conversación se aleja de mí.",
        "Entre sesiones, mis pensamientos están con mi terapeuta más de lo que me gustaría.",
        "Si algo fuera mal entre mi terapeuta y yo, encontraríamos la manera de superarlo.",
        "Dejo abierta una salida por si mi terapeuta se acerca demasiado.",
        "Cuando mi terapeuta cancela una sesión, siento que me deja caer.",
        "Puedo traer a la mente lo que diría mi terapeuta, y me ayuda.",
        "Lo que le muestro a mi terapeuta podría volverse contra mí.",
        "Me asusta pensar que la terapia terminará algún día.",
        "Cuando no sé cómo seguir, mi terapeuta ve más lejos que yo.",
        "Mi terapeuta puede soportar lo que a mí me desborda.",
      ],
      howFar,
    ),
  },
  "concord-cohesion-member": {
    title: "¿Cómo ha estado hoy el grupo?",
    instruction: "Se trata del grupo en su conjunto, en la sesión que acaba de terminar.",
    items: worded(
      [
        "Tengo mi lugar en este grupo.",
        "Cuando alguien del grupo pasó un momento difícil, el resto estuvo ahí.",
        "En este grupo he podido decir lo que no diría en otra parte.",
        "Hoy me he sentido como si estuviera de visita entre las demás personas.",
        "Hemos trabajado en conjunto en aquello a lo que hemos venido.",
        "También hemos podido tener opiniones distintas.",
      ],
      howFar,
      "¿Hay algo más que decir sobre hoy?",
    ),
  },
  "concord-round-robin-member": {
    title: "Las demás personas del grupo",
    instruction: "¿Cómo veo a esta persona en este momento? Basta con el primer sentimiento.",
    items: worded(
      [
        "Siento cercanía con esta persona.",
        "Echaría de menos a esta persona en el grupo.",
        "Lo que dice esta persona cambia cómo sigue el grupo.",
        "Las demás personas se guían por esta persona.",
      ],
      howFar,
    ),
  },
};
