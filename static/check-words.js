// Danish translations of the widget's English messages about data files.

/** Patterns of complete messages and their translations. Captured groups come from the file. */
const EXPECTED = [
  [/^text, 1 to (\d+) characters$/, "en tekst på 1 til $1 tegn"],
  [/^an id of 1 to 60 letters, digits, - and _$/, "et id på 1 til 60 bogstaver (a–z), cifre, - og _"],
  [/^an id that no earlier item has$/, "et id, som ingen tidligere post har"],
  [/^an id of (\w+): (.*)$/, "et id fra $1: $2"],
  [/^the id of one of its values: (.*)$/, "id'et på en af dens værdier: $1"],
  [/^true or false$/, "true eller false"],
  [/^a whole number from (-?\d+) to (-?\d+)$/, "et helt tal fra $1 til $2"],
  [/^a date that exists, as (\S+)$/, "en dato, der findes, som $1"],
  [/^a day that every year has, as (\S+)$/, "en dag, som alle år har, som $1"],
  [/^hours as (\S+)$/, "et tidsrum som $1"],
  [
    /^hours that close after they open \(past midnight is 24:00 or more, as (\S+)\)$/,
    "et tidsrum, der slutter, efter det begynder (efter midnat er 24:00 eller mere, som $1)",
  ],
  [/^hours that open before 24:00 of the day they stand at$/, "et tidsrum, der begynder før kl. 24.00 den dag, det står ved"],
  [/^a phone number as (\S+)$/, "et telefonnummer som $1"],
  [/^(.*), or a list of hours$/, "$1 eller en liste af tidsrum"],
  [/^an object (.*)$/, "et objekt $1"],
  [/^a list (\[ … \]) of at least (\d+)$/, "en liste $1 med mindst $2"],
  [/^a list (\[ … \]) of at most (\d+)$/, "en liste $1 med højst $2"],
  [/^a list (\[ … \])$/, "en liste $1"],
  [/^at most (\d+); those after them are left out$/, "højst $1; dem, der følger efter, er udeladt"],
  [/^none$/, "ingen"],
  [/^a value$/, "en værdi"],
  [/^one of the fields (.*)$/, "et af felterne $1"],
  [/^exactly one of (.*)$/, "netop ét af $1"],
  [/^the number that contact\.phone dials, (.*)$/, "det nummer, som contact.phone ringer op, $1"],
  [/^a calendar that opens at some time$/, "en kalender, der åbner på et tidspunkt"],
  [/^the path of something in this file, as (\S+)$/, "stien til noget i denne fil, som $1"],
  [/^a path outside the readings$/, "en sti uden for readings"],
  [
    /^a path at which nothing else is put by this value or by another reading$/,
    "en sti, hvor hverken denne værdi eller en anden fortolkning sætter andet ind",
  ],
  [
    /^what one of the values of (.*) puts here, since that decides it$/,
    "det, som en af værdierne i $1 sætter ind her, for det er den, der afgør det",
  ],
  [/^a postcode of four digits, as (\S+)$/, "et postnummer på fire cifre, som $1"],
  [/^a time as (\S+), or (\S+) by Danish clocks$/, "et tidspunkt som $1, eller $2 i dansk tid"],
  [/^a time after the start, (\S+), by a year at most$/, "et tidspunkt efter starten, $1, og højst et år efter"],
  [/^a link as (\S+), (\S+) or (\S+)$/, "et link som $1, $2 eller $3"],
  [
    /^a channel, date and agreement for which no earlier item has hours$/,
    "en kanal, dato og aftale, som ingen tidligere post har tider for",
  ],
];

const FOUND = [
  [/^nothing$/, "ingenting"],
  [/^(\d+) items$/, "$1 poster"],
  [/^(\d+) more problems$/, "$1 fejl mere"],
  [/^a value that puts (.*) at (.*)$/, "en værdi, der sætter $1 ind på stien $2"],
];

/** Text that needs no translation: a number, or keywords of the format. */
const CODE = /^-?\d+$|^[\w-]+( \| [\w-]+)*$/;

function translate(message, table) {
  for (const [english, danish] of table) if (english.test(message)) return message.replace(english, danish);
}

/** The expectation in Danish; undefined if there is no translation. */
export const expectedInDanish = (message) => translate(message, EXPECTED) ?? (CODE.test(message) ? message : undefined);

/** The found value; translated unless it is JSON. */
export const foundInDanish = (message) => translate(message, FOUND) ?? message;
