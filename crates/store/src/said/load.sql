SELECT question, about, is_up, from_day, to_day, sentence, size, low, high, look_day, shown_on, taken_back_on, method, method_version
FROM said ORDER BY look_day, question, about, from_day;
