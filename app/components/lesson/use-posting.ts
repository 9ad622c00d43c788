import { useNavigation } from "@remix-run/react";

/** Whether the form with this field and value is on its way. */
export function usePosting(field: string, value?: string): boolean {
  const { state, formData } = useNavigation();
  if (state === "idle" || formData === undefined) return false;
  return value === undefined ? formData.has(field) : formData.get(field) === value;
}
