/** A list of whole numbers of 32 bits that grows: half the memory of a plain list of them. */
export class GrowingNumbers {
  private numbers = new Int32Array(1024);
  private used = 0;

  get length(): number {
    return this.used;
  }

  push(number: number): void {
    if (this.used === this.numbers.length) {
      const larger = new Int32Array(this.used * 2);
      larger.set(this.numbers);
      this.numbers = larger;
    }
    this.numbers[this.used] = number;
    this.used += 1;
  }

  /** Undefined beyond the last. */
  at(index: number): number | undefined {
    return index < this.used ? this.numbers[index] : undefined;
  }

  /** Those pushed so far, without a copy. */
  get values(): Int32Array {
    return this.numbers.subarray(0, this.used);
  }
}
