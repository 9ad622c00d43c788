/** A role as people read it; the short word is what is stored and may be typed. */
export function roleName(role: string): string {
  return role === "admin" ? "administrator" : role;
}
