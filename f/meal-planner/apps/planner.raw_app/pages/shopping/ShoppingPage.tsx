import React from "react";
import { useAnswer } from "../../data/use_answer.ts";
import { Answered } from "../../states/Answered.tsx";

export function ShoppingPage(_: { part: string | undefined }) {
  const list = useAnswer("get_list", {});
  return <Answered query={list}>{({ name }) => <h1>{name}</h1>}</Answered>;
}
