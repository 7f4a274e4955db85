"""What the checklists of small cycles are made of: a programme to put after the forums."""

PROGRAMME = """
actions:
  write:
    do: Write the self-view
    owner: each authority
    due: with send
    including: [the data, the voice of the child]
    produces: [view]
  send:
    do: Send the self-view
    owner: each authority
    due: Friday 4 December 2026
    time: 5pm
    to: [chair of board, team]
    needs: [view]
    sign-off: [lead-member, then dcs]
    except:
      birch: {excused: true, because: It is new.}
      elm: {due: Friday 11 December 2026, because: It asked.}
  collect:
    do: Collect the list
    owner: team
    due: Friday 4 December 2026
    produces: [list]
  tell:
    do: Tell everyone the plan
    owner: team
    due: 2 weeks before first forum
    to: each authority
    needs: [plan]
  speak:
    do: Speak at the forum
    owner: dcs of each authority
    due: own forum
  think:
    do: Think it over
    owner: each authority
    due: 3 days after own forum
  close:
    do: Close the books
    owner: each authority in winter-turn
    due: {winter-turn: March 2027, spring-turn: TBC}
"""
