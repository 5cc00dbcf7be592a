"""Learns gradient-boosted decision trees from numbers, and writes them as linter/comparing/decision_trees.h reads them."""

import numpy
import sklearn.ensemble


def fit(rows, verdicts, weights=None, **settings):
    model = sklearn.ensemble.HistGradientBoostingClassifier(random_state=0, **settings)
    return model.fit(numpy.array(rows), numpy.array(verdicts), sample_weight=weights)


def _write_node(file, nodes, index, names):
    node = nodes[index]
    if node["is_leaf"]:
        file.write(f"leaf {node['value']:.6g}\n")
        return
    file.write(f"split {names[node['feature_idx']]} {node['num_threshold']:.6g}\n")
    _write_node(file, nodes, node["left"], names)
    _write_node(file, nodes, node["right"], names)


def write(path, model, names, about):
    with open(path, "w", encoding="utf-8") as file:
        file.write("".join(f"# {line}\n" for line in about))
        file.write(f"base {float(numpy.ravel(model._baseline_prediction)[0]):.6g}\n")
        for (predictor,) in model._predictors:
            file.write("tree\n")
            _write_node(file, predictor.nodes, 0, names)
