/** What is no longer true once the diary has changed. */
export const DIARY_ANSWERS = ["get_diary", "get_progress"] as const;
