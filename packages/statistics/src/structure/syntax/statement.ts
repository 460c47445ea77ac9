/** What stands between the two sides of a statement, in lavaan's notation. */
export type ModelOperator = "=~" | "~" | "~~" | "~1";

/** What is said in front of a variable: one value for all groups, or one for each. */
export interface Modifiers {
  /** Fixed to a number, or freed by NA. */
  readonly fixed?: readonly (number | "free")[];
  readonly label?: readonly string[];
  readonly start?: readonly number[];
  /** Held equal to a path, written without spaces: `f=~x2`. */
  readonly equal?: readonly string[];
}

/** One path of the model as the user wrote it. */
export interface PathStatement {
  readonly kind: "path";
  readonly left: string;
  readonly operator: ModelOperator;
  /** Empty for an intercept. */
  readonly right: string;
  readonly modifiers: Modifiers;
}

/** `ab := a*b` names a function of labels; `a == b` ties them. */
export interface DefinitionStatement {
  readonly kind: "definition" | "equality";
  readonly left: string;
  readonly right: string;
}

export type Statement = PathStatement | DefinitionStatement;
