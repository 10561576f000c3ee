/** A size, and the time that it takes. */
export interface Step {
  readonly bytes: number;
  readonly seconds: number;
}

/** The exponent by which time grows with size: the slope of their logarithms, by least squares. */
export function exponentOf(steps: readonly Step[]): number {
  const points = steps.map(({ bytes, seconds }) => [Math.log(bytes), Math.log(seconds)] as const);
  const meanX = points.reduce((sum, [x]) => sum + x, 0) / points.length;
  const meanY = points.reduce((sum, [, y]) => sum + y, 0) / points.length;
  const covariance = points.reduce((sum, [x, y]) => sum + (x - meanX) * (y - meanY), 0);
  return covariance / points.reduce((sum, [x]) => sum + (x - meanX) ** 2, 0);
}
