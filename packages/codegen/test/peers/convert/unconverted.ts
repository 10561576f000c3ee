/** What the converter cannot say in the language, named by its feature, so that cases can be counted by it. */
export class Unconverted extends Error {
  readonly feature: string;

  constructor(feature: string, detail: string) {
    super(`${feature}: ${detail}`);
    this.feature = feature;
  }
}

/** A schema that means nothing, such as one that refers to what is not there. */
export class MeaninglessSchema extends Error {}
