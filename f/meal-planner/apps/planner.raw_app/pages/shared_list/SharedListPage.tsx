import React from "react";
import { useAnswer } from "../../data/use_answer.ts";
import { Answered } from "../../states/Answered.tsx";

export function SharedListPage({ token }: { token: string }) {
  const list = useAnswer("shared_list", { share_token: token });
  return <Answered query={list}>{({ name }) => <h1>{name}</h1>}</Answered>;
}
