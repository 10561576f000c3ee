export type {
  CatalogComparison,
  DescriptionComparison,
  DescriptionVersions,
  SizeRange,
  WireChange,
  WireChangeKind,
} from './catalog-comparison.js';
export { compareCatalogs } from './compare-catalogs.js';
export { type ComparedFile, compareFiles } from './compare-files.js';
export type { CompareSide } from './compare-side.js';
export { OUTCOMES, type Outcome, type Verdict } from './verdict.js';
