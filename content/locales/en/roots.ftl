# What may lie behind numbness, in three parts and one more; what a doctor named; a plan in three parts.

roots-heading = What may lie behind it
roots-link = What may lie behind it
roots-intro = Numbness can come with great stress, with a medicine, or with a condition that a doctor can name. More than one can be so. This page puts what your notes hold beside each. It does not choose.
roots-stress-heading = Stress
roots-stress-line = Great stress can leave people numb for some time. It often passes.
roots-stress-tense = Numbness after your tense days
roots-medicines-heading = A medicine
roots-medicines-line = Some people tell that feelings became faint with a medicine. Only the person who prescribes it can change it with you. Do not stop or change it by yourself.
roots-medicines-now = You take, as written here: { $list }.
roots-medicines-none = No medicine is written here.
roots-condition-heading = A condition
roots-condition-line = Numbness can be part of low mood, of what stays after something terrible, of feeling unreal, or of something in the body. Only a doctor can tell.
roots-condition-named = A doctor named, as you wrote: { $what }
roots-condition-none = Nothing that a doctor named is written here.
roots-unclear-heading = Not clear
roots-unclear-line = For many people it is never one thing, and nobody knows exactly why. What your notes can not tell is not your fault. A doctor can look further.
roots-notes = What your notes hold

named-heading = What a doctor named
named-link = What a doctor named
named-intro = If a doctor gave something a name, you can keep it here. It stays as you wrote it: as something that a doctor named. This program names nothing by itself.
named-use = No answer and no rule reads it. It is shown on the page about what may lie behind it, and it is not on the page for a doctor.

parts-heading = A plan in three parts
parts-link = A plan in three parts
parts-intro = What helps with numbness is often more than one thing: what you do from day to day, someone to talk with, and sometimes a medicine that a doctor gives. One line in each part is enough. A part can stay empty.
parts-day-heading = Day to day
parts-day-line = Moving, steady sleep and meals, rest. Pick one, and make it small.
parts-talking-heading = Talking
parts-talking-line = Someone you trust, or a counselor. If four weeks of your own steps change nothing, a doctor can help you find one.
parts-medicines-heading = Medicines
parts-medicines-line = There is no medicine for numbness itself. If one may bring it on, or if something behind it may need one, that is for you and the person who prescribes. Do not stop or change one by yourself.
