/** Numbers in APA style and texts of R, without the corpus. */
export {
  counted,
  meanWords,
  number,
  probability,
  share,
  testStatistic,
} from "./apa-number.ts";
export { type RColumn, type RData, type RFurther, type RProgram, rCode } from "./r-code.ts";
export { oneLine, rName, rReadFile, rText } from "./r-text.ts";
